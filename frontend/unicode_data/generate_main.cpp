// Build tool: reads the Unicode Character Database (Debian's package unicode-data) and writes the
// tables that frontend/unicode.cpp includes; with --names those of runtime/text/character_names_data.cpp.
//   molt-unicode-tables [--names] DIRECTORY LATER_CHARACTERS OUTPUT
// LATER_CHARACTERS adds what newer versions of Unicode have: see later_characters.py.
#include "frontend/unicode_data/name_hash.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using CodePoint = uint32_t;
constexpr CodePoint codePoints = 0x110000;

struct Database {
  std::vector<bool> identifierStart = std::vector<bool>(codePoints);
  std::vector<bool> identifierPart = std::vector<bool>(codePoints);
  std::vector<bool> printable = std::vector<bool>(codePoints);
  std::vector<bool> space = std::vector<bool>(codePoints);
  std::vector<bool> ideograph = std::vector<bool>(codePoints);
  std::map<CodePoint, uint8_t> combiningClass;
  std::map<CodePoint, std::vector<CodePoint>> decomposition; // one step, canonical or compatible
  std::set<CodePoint> canonical; // whose decomposition is canonical
  std::set<CodePoint> excluded;  // from composition
  std::map<uint64_t, CodePoint> names;
  std::map<uint64_t, std::string> nameOfHash;
  std::map<CodePoint, std::string> nameOf; // without aliases
};

[[noreturn]] void die(const std::string &message) {
  std::fprintf(stderr, "molt-unicode-tables: %s\n", message.c_str());
  std::exit(1);
}

std::vector<std::string> split(const std::string &line, char separator) {
  std::vector<std::string> fields(1);
  for (char c : line) {
    if (c == separator)
      fields.emplace_back();
    else
      fields.back() += c;
  }
  for (std::string &field : fields) {
    field.erase(0, field.find_first_not_of(" \t"));
    field.erase(field.find_last_not_of(" \t\r") + 1);
  }
  return fields;
}

/// Calls `take` with the fields of each line of a file of the database.
template <typename Take> void eachLine(const std::string &path, Take take) {
  std::ifstream in(path);
  if (!in)
    die("cannot read " + path);
  for (std::string line; std::getline(in, line);) {
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t\r") != std::string::npos)
      take(split(line, ';'));
  }
}

CodePoint hex(const std::string &text) { return std::strtoul(text.c_str(), nullptr, 16); }

std::pair<CodePoint, CodePoint> range(const std::string &field) {
  const size_t dots = field.find("..");
  const CodePoint first = hex(field);
  return {first, dots == std::string::npos ? first : hex(field.substr(dots + 2))};
}

void addName(Database &db, const std::string &name, CodePoint c) {
  const uint64_t hash = molt::unicode::nameHash(name);
  const auto [at, isNew] = db.nameOfHash.emplace(hash, name);
  if (!isNew && at->second != name)
    die("two names with one hash: " + name);
  db.names[hash] = c;
}

void readCharacter(Database &db, CodePoint c, const std::vector<std::string> &fields) {
  const std::string &category = fields[2];
  static const std::set<std::string> hidden{"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"};
  db.printable[c] = c == ' ' || !hidden.count(category);
  const std::string &bidi = fields[4];
  db.space[c] = category == "Zs" || bidi == "WS" || bidi == "B" || bidi == "S";
  if (fields[3] != "0")
    db.combiningClass[c] = static_cast<uint8_t>(std::stoi(fields[3]));
  if (fields[5].empty())
    return;
  std::vector<CodePoint> to;
  for (const std::string &part : split(fields[5], ' '))
    if (part[0] != '<')
      to.push_back(hex(part));
  if (fields[5][0] != '<')
    db.canonical.insert(c);
  db.decomposition[c] = to;
}

/// Characters beyond the database: what UAX #31 says of them follows from their category.
void readLaterCharacters(Database &db, const std::string &path) {
  static const std::set<std::string> starts{"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"};
  static const std::set<std::string> continues{"Mn", "Mc", "Nd", "Pc"};
  CodePoint first = 0;
  eachLine(path, [&](const std::vector<std::string> &fields) {
    const CodePoint last = hex(fields[0]);
    const std::string &name = fields[1];
    if (name.ends_with(", First>")) {
      first = last;
      return;
    }
    const bool isRange = name.ends_with(", Last>");
    const std::string prefix = isRange ? name.substr(1, name.size() - 8) : "";
    for (CodePoint c = isRange ? first : last; c <= last; ++c) {
      readCharacter(db, c, fields);
      db.identifierStart[c] = starts.count(fields[2]);
      db.identifierPart[c] = starts.count(fields[2]) || continues.count(fields[2]);
      if (prefix == "CJK UNIFIED IDEOGRAPH-") {
        db.ideograph[c] = true;
        continue;
      }
      char digits[16];
      std::snprintf(digits, sizeof digits, "%X", c);
      db.nameOf[c] = isRange ? prefix + digits : name;
      addName(db, db.nameOf[c], c);
    }
  });
  // Unicode 15.1 made these older characters parts of identifiers.
  for (CodePoint c : {0x200C, 0x200D, 0x30FB, 0xFF65})
    db.identifierPart[c] = true;
}

Database read(const std::string &directory) {
  Database db;
  CodePoint first = 0;
  eachLine(directory + "/UnicodeData.txt", [&](const std::vector<std::string> &fields) {
    const CodePoint c = hex(fields[0]);
    const std::string &name = fields[1];
    if (name.ends_with(", First>")) {
      first = c;
      return;
    }
    const bool isRange = name.ends_with(", Last>");
    for (CodePoint each = isRange ? first : c; each <= c; ++each) {
      readCharacter(db, each, fields);
      if (isRange && name.starts_with("<CJK Ideograph"))
        db.ideograph[each] = true;
    }
    if (name[0] != '<') {
      db.nameOf[c] = name;
      addName(db, name, c);
    }
  });
  eachLine(directory + "/NameAliases.txt", [&](const std::vector<std::string> &fields) {
    addName(db, fields[1], hex(fields[0]));
  });
  eachLine(directory + "/DerivedCoreProperties.txt", [&](const std::vector<std::string> &fields) {
    const auto [from, to] = range(fields[0]);
    for (CodePoint c = from; c <= to; ++c) {
      if (fields[1] == "XID_Start")
        db.identifierStart[c] = true;
      if (fields[1] == "XID_Continue")
        db.identifierPart[c] = true;
    }
  });
  eachLine(directory + "/DerivedNormalizationProps.txt",
           [&](const std::vector<std::string> &fields) {
             if (fields[1] != "Full_Composition_Exclusion")
               return;
             const auto [from, to] = range(fields[0]);
             for (CodePoint c = from; c <= to; ++c)
               db.excluded.insert(c);
           });
  db.identifierStart['_'] = true;
  return db;
}

void writeRanges(FILE *out, const char *name, const std::vector<bool> &set) {
  std::fprintf(out, "constexpr CodePointRange %s[] = {", name);
  int column = 0;
  for (CodePoint c = 0; c < codePoints; ++c) {
    if (!set[c])
      continue;
    const CodePoint first = c;
    while (c + 1 < codePoints && set[c + 1])
      ++c;
    std::fprintf(out, "%s{0x%X,0x%X},", column++ % 6 == 0 ? "\n" : "", first, c);
  }
  std::fprintf(out, "\n};\n");
}

void expand(const Database &db, CodePoint c, std::vector<CodePoint> &out) {
  const auto found = db.decomposition.find(c);
  if (found == db.decomposition.end()) {
    out.push_back(c);
    return;
  }
  for (CodePoint part : found->second)
    expand(db, part, out);
}

void writeDecompositions(FILE *out, const Database &db) {
  std::vector<CodePoint> pool;
  std::fprintf(out, "constexpr Decomposition decompositions[] = {");
  int column = 0;
  for (const auto &[c, step] : db.decomposition) {
    std::vector<CodePoint> full;
    expand(db, c, full);
    std::fprintf(out, "%s{0x%X,%zu,%zu},", column++ % 6 == 0 ? "\n" : "", c, pool.size(),
                 full.size());
    pool.insert(pool.end(), full.begin(), full.end());
  }
  std::fprintf(out, "\n};\nconstexpr char32_t decompositionPool[] = {");
  for (size_t i = 0; i < pool.size(); ++i)
    std::fprintf(out, "%s0x%X,", i % 12 == 0 ? "\n" : "", pool[i]);
  std::fprintf(out, "\n};\n");
}

void writeCompositions(FILE *out, const Database &db) {
  std::map<std::pair<CodePoint, CodePoint>, CodePoint> pairs;
  for (CodePoint c : db.canonical) {
    const auto &to = db.decomposition.at(c);
    if (to.size() == 2 && !db.excluded.count(c))
      pairs[{to[0], to[1]}] = c;
  }
  std::fprintf(out, "constexpr Composition compositions[] = {");
  int column = 0;
  for (const auto &[pair, c] : pairs)
    std::fprintf(out, "%s{0x%X,0x%X,0x%X},", column++ % 5 == 0 ? "\n" : "", pair.first, pair.second,
                 c);
  std::fprintf(out, "\n};\n");
}

void write(FILE *out, const Database &db) {
  std::fprintf(out, "// Generated by molt-unicode-tables from the Unicode Character Database.\n");
  writeRanges(out, "identifierStartRanges", db.identifierStart);
  writeRanges(out, "identifierPartRanges", db.identifierPart);
  writeRanges(out, "printableRanges", db.printable);
  writeRanges(out, "spaceRanges", db.space);
  writeRanges(out, "ideographRanges", db.ideograph);
  std::fprintf(out, "constexpr CombiningClass combiningClasses[] = {");
  int column = 0;
  for (const auto &[c, value] : db.combiningClass)
    std::fprintf(out, "%s{0x%X,%u},", column++ % 10 == 0 ? "\n" : "", c, value);
  std::fprintf(out, "\n};\n");
  writeDecompositions(out, db);
  writeCompositions(out, db);
  // Sorted by hash: the upper 43 bits are of the name's hash, the lower 21 the code point.
  std::fprintf(out, "constexpr uint64_t namedCharacters[] = {");
  column = 0;
  for (const auto &[hash, c] : db.names)
    std::fprintf(out, "%s0x%llX,", column++ % 6 == 0 ? "\n" : "",
                 static_cast<unsigned long long>(hash << 21 | c));
  std::fprintf(out, "\n};\n");
}

// ---- Names for the runtime, in the form that runtime/text/character_names.h describes ----------------

/// The words of a name; "" for a code point behind a hyphen at the end.
std::vector<std::string> wordsOf(CodePoint c, std::string name) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "-%04X", c);
  const bool isNumbered = name.ends_with(digits);
  if (isNumbered)
    name.resize(name.size() - std::string(digits).size());
  std::vector<std::string> words = split(name, ' ');
  if (isNumbered)
    words.emplace_back();
  return words;
}

/// All words, the most frequent first, behind the empty one.
std::vector<std::string> sortedWords(const Database &db) {
  std::map<std::string, int> counts;
  for (const auto &[c, name] : db.nameOf)
    for (const std::string &word : wordsOf(c, name))
      ++counts[word];
  counts.erase("");
  std::vector<std::string> words;
  for (const auto &[word, count] : counts)
    words.push_back(word);
  std::stable_sort(words.begin(), words.end(),
                   [&](const std::string &a, const std::string &b) { return counts[a] > counts[b]; });
  words.insert(words.begin(), "");
  return words;
}

template <typename Values> void writeNumbers(FILE *out, const char *type, const char *name, const Values &values) {
  std::fprintf(out, "constexpr %s %s[] = {", type, name);
  int column = 0;
  for (const auto &value : values)
    std::fprintf(out, "%s%u,", column++ % 24 == 0 ? "\n" : "", static_cast<unsigned>(value));
  std::fprintf(out, "\n};\n");
}

void writeWords(FILE *out, const std::vector<std::string> &words) {
  std::vector<uint8_t> letters;
  std::vector<uint32_t> offsets;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i % 16 == 0)
      offsets.push_back(static_cast<uint32_t>(letters.size()));
    letters.insert(letters.end(), words[i].begin(), words[i].end());
    if (words[i].empty())
      letters.push_back(' ');
    letters.back() |= 0x80;
  }
  writeNumbers(out, "unsigned char", "nameWords", letters);
  writeNumbers(out, "uint32_t", "nameWordOffsets", offsets);
}

void appendWord(std::vector<uint8_t> &record, size_t number) {
  if (number >= 192 + 64 * 256)
    die("too many different words in the names of characters");
  if (number >= 192)
    record.push_back(static_cast<uint8_t>(192 + (number - 192) / 256));
  record.push_back(static_cast<uint8_t>(number < 192 ? number : (number - 192) % 256));
}

void writeNames(FILE *out, const Database &db) {
  const std::vector<std::string> words = sortedWords(db);
  std::map<std::string, size_t> numbers;
  for (size_t i = 0; i < words.size(); ++i)
    numbers[words[i]] = i;
  std::vector<uint8_t> records;
  std::fprintf(out, "// Generated by molt-unicode-tables from the Unicode Character Database.\n"
                    "constexpr CharacterNames::Block nameBlocks[] = {");
  size_t count = 0;
  CodePoint previous = 0;
  for (const auto &[c, name] : db.nameOf) {
    if (count % 64 == 0) {
      std::fprintf(out, "%s{0x%X,%zu},", count % 512 == 0 ? "\n" : "", c, records.size());
      previous = c;
    }
    for (CodePoint distance = c - previous;; distance >>= 7) {
      records.push_back(static_cast<uint8_t>((distance & 0x7F) | (distance >= 0x80 ? 0x80 : 0)));
      if (distance < 0x80)
        break;
    }
    previous = c;
    ++count;
    const std::vector<std::string> parts = wordsOf(c, name);
    records.push_back(static_cast<uint8_t>(parts.size()));
    for (const std::string &part : parts)
      appendWord(records, numbers.at(part));
  }
  records.insert(records.end(), {0xFF, 0xFF, 0x7F}); // beyond all characters
  std::fprintf(out, "\n};\n");
  writeNumbers(out, "unsigned char", "nameRecords", records);
  writeWords(out, words);
  std::fprintf(out, "constexpr CharacterNames::Range nameIdeographs[] = {");
  for (CodePoint c = 0; c < codePoints; ++c) {
    if (!db.ideograph[c])
      continue;
    const CodePoint first = c;
    while (c + 1 < codePoints && db.ideograph[c + 1])
      ++c;
    std::fprintf(out, "{0x%X,0x%X},", first, c);
  }
  std::fprintf(out, "};\n");
}

} // namespace

int main(int argc, char **argv) {
  const bool names = argc == 5 && std::string(argv[1]) == "--names";
  if (argc != 4 && !names)
    die("usage: molt-unicode-tables [--names] DIRECTORY LATER_CHARACTERS OUTPUT");
  char **files = argv + (names ? 2 : 1);
  Database db = read(files[0]);
  readLaterCharacters(db, files[1]);
  FILE *out = std::fopen(files[2], "w");
  if (!out)
    die(std::string("cannot write ") + files[2]);
  (names ? writeNames : write)(out, db);
  if (std::fclose(out) != 0)
    die(std::string("cannot write ") + files[2]);
}
