// What reading is measured against: libyaml's events of a file, one after the other, and nothing
// done with them.
#include <yaml.h>

#include <cstdio>

int main(int argc, char** argv) {
  std::FILE* const file = argc == 2 ? std::fopen(argv[1], "rb") : nullptr;
  yaml_parser_t parser;
  if (file == nullptr || yaml_parser_initialize(&parser) == 0) return 2;
  yaml_parser_set_input_file(&parser, file);
  bool is_more = true;
  bool is_read = true;
  while (is_more && is_read) {
    yaml_event_t event;
    is_read = yaml_parser_parse(&parser, &event) != 0;
    if (!is_read) break;
    is_more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  std::fclose(file);
  return is_read ? 0 : 1;
}
