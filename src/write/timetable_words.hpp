// Words about when something is studied, that the formats share.
#pragma once

#include <string>

#include "prereq/timetable.hpp"

namespace prereq {

// `6 h a week on mon, wed and sat`.
std::string pace_words(const TimetableOptions& options);

// `2027-01-04 to 2027-01-09`, `weeks 1–2`; one day or week by itself.
std::string period_words(const TimetableOptions& options, const StudyPeriod& period);

// `6 h a week from 2027-01-04: done on 2027-05-02, between 2027-04-30 and 2027-05-05`.
std::string timetable_words(const Timetable& timetable);

}  // namespace prereq
