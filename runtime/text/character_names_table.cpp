// Alone in its file: a program that defines molt_character_names itself keeps this one out of the link.
#include "runtime/text/character_names.h"

namespace molt {

constinit const CharacterNames *const characterNames[] = {&molt_character_name_data, nullptr};

} // namespace molt
