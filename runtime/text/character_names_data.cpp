// The data of the names, which molt-unicode-tables writes.
#include "runtime/text/character_names.h"

namespace molt {

namespace {
#include "character_names.inc"
} // namespace

extern "C" constinit const CharacterNames molt_character_name_data{
    nameBlocks, sizeof(nameBlocks) / sizeof(nameBlocks[0]), nameRecords, nameWords, nameWordOffsets,
    nameIdeographs, sizeof(nameIdeographs) / sizeof(nameIdeographs[0])};

} // namespace molt
