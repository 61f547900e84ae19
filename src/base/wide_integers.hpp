// Integers of 128 bits: the compiler's own where it has them, which is where pointers have 64, and
// elsewhere Boost's, which behave the same and are slower.
#pragma once

#ifndef __SIZEOF_INT128__
#include <boost/multiprecision/cpp_int.hpp>
#endif

namespace prereq {

#ifdef __SIZEOF_INT128__
__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;
#else
using Int128 = boost::multiprecision::int128_t;
using UInt128 = boost::multiprecision::uint128_t;
#endif

}  // namespace prereq
