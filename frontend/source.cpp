#include "frontend/source.h"

#include "frontend/diagnostics.h"
#include "frontend/unicode.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sys/stat.h>

namespace molt {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::string hexByte(char c) {
  char text[4];
  std::snprintf(text, sizeof text, "%02x", static_cast<unsigned char>(c));
  return text;
}

void reportWithoutFile(Diagnostics &diagnostics, DiagnosticId id, const std::string &path,
                       uint32_t line, std::initializer_list<std::string_view> arguments) {
  Diagnostic diagnostic{kindOf(id), formatMessage(id, arguments), path, nullptr, {}};
  diagnostic.range.line = line;
  diagnostic.range.column = Diagnostic::noColumn;
  diagnostics.add(std::move(diagnostic));
}

/// The bytes of a file, or false after a report.
bool readFile(const std::string &path, std::string &bytes, Diagnostics &diagnostics) {
  const auto cannotOpen = [&] {
    reportWithoutFile(diagnostics, DiagnosticId::CannotOpen, path, 0,
                      {path, std::to_string(errno), std::strerror(errno)});
    return false;
  };
  struct stat info;
  if (stat(path.c_str(), &info) != 0)
    return cannotOpen();
  if (S_ISDIR(info.st_mode)) {
    reportWithoutFile(diagnostics, DiagnosticId::IsFolder, path, 0, {path});
    return false;
  }
  FILE *in = std::fopen(path.c_str(), "rb");
  if (!in)
    return cannotOpen();
  char buffer[64 * 1024];
  size_t got;
  constexpr size_t largest = size_t{1} << 30; // positions are 32 bits wide
  while ((got = std::fread(buffer, 1, sizeof buffer, in)) > 0 && bytes.size() <= largest)
    bytes.append(buffer, got);
  const bool failed = std::ferror(in);
  std::fclose(in);
  if (failed)
    return cannotOpen();
  if (bytes.size() > largest) {
    reportWithoutFile(diagnostics, DiagnosticId::FileTooLarge, path, 0, {path});
    return false;
  }
  return true;
}

/// The encoding that a PEP 263 cookie in one of the first two lines declares, or nothing.
std::string_view declaredEncoding(std::string_view bytes) {
  for (int lineNumber = 0; lineNumber < 2 && !bytes.empty(); ++lineNumber) {
    const size_t end = bytes.find_first_of("\r\n");
    const std::string_view line = bytes.substr(0, end);
    const size_t hash = line.find_first_not_of(" \t\f");
    if (hash != std::string_view::npos && line[hash] != '#')
      return {};
    for (size_t at = line.find("coding"); at != std::string_view::npos;
         at = line.find("coding", at + 1)) {
      size_t from = at + 6;
      if (from >= line.size() || (line[from] != ':' && line[from] != '='))
        continue;
      from = std::min(line.find_first_not_of(" \t", from + 1), line.size());
      const size_t to = line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                               "0123456789-_.",
                                               from);
      if (const std::string_view name = line.substr(from, to - from); !name.empty())
        return name;
    }
    if (end == std::string_view::npos)
      return {};
    bytes.remove_prefix(end + (bytes.substr(end, 2) == "\r\n" ? 2 : 1));
  }
  return {};
}

enum class Encoding { Utf8, Latin1, Latin9, Windows1252, Koi8, Ascii, Other };

Encoding knownEncoding(std::string_view name) {
  std::string normal;
  for (char c : name)
    normal += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const auto is = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), normal) != names.end();
  };
  if (is({"utf-8", "utf8", "u8", "utf", "cp65001", "utf-8-sig"}) || normal.starts_with("utf-8-"))
    return Encoding::Utf8;
  if (is({"latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "latin", "l1"}) ||
      normal.starts_with("latin-1-") || normal.starts_with("iso-8859-1-"))
    return Encoding::Latin1;
  if (is({"iso-8859-15", "iso8859-15", "latin-9", "latin9", "l9"}) ||
      normal.starts_with("iso-latin-9"))
    return Encoding::Latin9;
  if (is({"cp1252", "windows-1252", "1252"}))
    return Encoding::Windows1252;
  if (is({"koi8-r"}))
    return Encoding::Koi8;
  if (is({"ascii", "us-ascii", "646"}))
    return Encoding::Ascii;
  return Encoding::Other;
}

/// After a byte order mark only these spellings of UTF-8 are accepted.
bool namesUtf8WithMark(std::string_view name) {
  std::string normal;
  for (char c : name)
    normal += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return normal == "utf-8" || normal.starts_with("utf-8-");
}

/// Encodings that CPython reads and Molt does not, by the beginnings of their names.
bool isEncodingOfPython(std::string_view name) {
  for (std::string_view family : {"cp", "iso", "utf", "windows", "koi8", "mac", "big5", "gb",
                                  "euc", "shift", "sjis", "hz", "johab", "ptcp", "tis", "kz",
                                  "latin", "hp", "ibm", "cyrillic", "greek", "hebrew", "arabic"}) {
    bool same = name.size() >= family.size();
    for (size_t i = 0; same && i < family.size(); ++i)
      same = (name[i] | 32) == family[i];
    if (same)
      return true;
  }
  return false;
}

char32_t decodeByte(unsigned char c, Encoding encoding) {
  // Windows-1252, 0x80 to 0x9F; 0 where undefined.
  static constexpr char16_t windows[32] = {
      0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  static constexpr char16_t koi8[128] = {
      0x2500, 0x2502, 0x250C, 0x2510, 0x2514, 0x2518, 0x251C, 0x2524, 0x252C, 0x2534, 0x253C,
      0x2580, 0x2584, 0x2588, 0x258C, 0x2590, 0x2591, 0x2592, 0x2593, 0x2320, 0x25A0, 0x2219,
      0x221A, 0x2248, 0x2264, 0x2265, 0x00A0, 0x2321, 0x00B0, 0x00B2, 0x00B7, 0x00F7, 0x2550,
      0x2551, 0x2552, 0x0451, 0x2553, 0x2554, 0x2555, 0x2556, 0x2557, 0x2558, 0x2559, 0x255A,
      0x255B, 0x255C, 0x255D, 0x255E, 0x255F, 0x2560, 0x2561, 0x0401, 0x2562, 0x2563, 0x2564,
      0x2565, 0x2566, 0x2567, 0x2568, 0x2569, 0x256A, 0x256B, 0x256C, 0x00A9, 0x044E, 0x0430,
      0x0431, 0x0446, 0x0434, 0x0435, 0x0444, 0x0433, 0x0445, 0x0438, 0x0439, 0x043A, 0x043B,
      0x043C, 0x043D, 0x043E, 0x043F, 0x044F, 0x0440, 0x0441, 0x0442, 0x0443, 0x0436, 0x0432,
      0x044C, 0x044B, 0x0437, 0x0448, 0x044D, 0x0449, 0x0447, 0x044A, 0x042E, 0x0410, 0x0411,
      0x0426, 0x0414, 0x0415, 0x0424, 0x0413, 0x0425, 0x0418, 0x0419, 0x041A, 0x041B, 0x041C,
      0x041D, 0x041E, 0x041F, 0x042F, 0x0420, 0x0421, 0x0422, 0x0423, 0x0416, 0x0412, 0x042C,
      0x042B, 0x0417, 0x0428, 0x042D, 0x0429, 0x0427, 0x042A};
  if (encoding == Encoding::Koi8 && c >= 0x80)
    return koi8[c - 0x80];
  if (encoding == Encoding::Windows1252 && c >= 0x80 && c < 0xA0)
    return windows[c - 0x80];
  if (encoding != Encoding::Latin9)
    return c;
  switch (c) {
  case 0xA4: return 0x20AC;
  case 0xA6: return 0x160;
  case 0xA8: return 0x161;
  case 0xB4: return 0x17D;
  case 0xB8: return 0x17E;
  case 0xBC: return 0x152;
  case 0xBD: return 0x153;
  case 0xBE: return 0x178;
  default: return c;
  }
}

std::string normalizeNewlines(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 1);
  for (size_t at = 0; at < text.size();) {
    const size_t carriage = text.find('\r', at);
    out.append(text.substr(at, carriage - at));
    if (carriage == std::string_view::npos)
      break;
    out += '\n';
    at = carriage + (text.substr(carriage, 2) == "\r\n" ? 2 : 1);
  }
  return out;
}

uint32_t lineOfOffset(std::string_view bytes, size_t offset) {
  return 1 + static_cast<uint32_t>(std::count(bytes.begin(), bytes.begin() + offset, '\n'));
}

} // namespace

SourceFile::SourceFile(std::string path, std::string text, std::string encoding)
    : path_(std::move(path)), text_(std::move(text)), encoding_(std::move(encoding)) {
  if (text_.empty() || text_.back() != '\n') {
    text_ += '\n';
    endsWithoutNewline_ = true;
  }
  indexLines();
}

void SourceFile::indexLines() {
  lineStarts_.push_back(0);
  const char *begin = text_.data(), *end = begin + text_.size();
  for (const char *at = begin; (at = static_cast<const char *>(std::memchr(at, '\n', end - at)));) {
    ++at;
    if (at == end)
      break;
    lineStarts_.push_back(static_cast<uint32_t>(at - begin));
  }
}

std::string_view SourceFile::lineText(uint32_t line) const {
  if (line == 0 || line > lineCount())
    return {};
  const uint32_t from = lineStarts_[line - 1];
  const uint32_t to = line < lineCount() ? lineStarts_[line] : static_cast<uint32_t>(text_.size());
  return std::string_view(text_).substr(from, to - from - 1);
}

uint32_t SourceFile::lineAt(uint32_t offset) const {
  return static_cast<uint32_t>(std::upper_bound(lineStarts_.begin(), lineStarts_.end(), offset) -
                               lineStarts_.begin());
}

uint32_t SourceFile::characterColumn(uint32_t line, uint32_t column) const {
  const std::string_view text = lineText(line);
  const size_t within = std::min<size_t>(column, text.size());
  return static_cast<uint32_t>(unicode::countCharacters(text.substr(0, within)) +
                               (column - within));
}

std::unique_ptr<SourceFile> SourceFile::load(const std::string &path, Diagnostics &diagnostics) {
  std::string bytes;
  if (!readFile(path, bytes, diagnostics))
    return nullptr;
  return fromBytes(path, bytes, diagnostics);
}

std::unique_ptr<SourceFile> SourceFile::fromText(std::string path, std::string_view text,
                                                 Diagnostics &diagnostics) {
  if (const size_t at = text.find('\0'); at != std::string_view::npos) {
    reportWithoutFile(diagnostics, DiagnosticId::NullByte, path, lineOfOffset(text, at), {});
    return nullptr;
  }
  return std::unique_ptr<SourceFile>(
      new SourceFile(std::move(path), normalizeNewlines(text), "utf-8"));
}

std::unique_ptr<SourceFile> SourceFile::fromBytes(std::string path, std::string_view bytes,
                                                  Diagnostics &diagnostics) {
  const bool hasMark = bytes.starts_with(byteOrderMark);
  if (hasMark)
    bytes.remove_prefix(byteOrderMark.size());
  const std::string declared(declaredEncoding(bytes));
  const Encoding encoding = declared.empty() ? Encoding::Utf8 : knownEncoding(declared);
  const auto refuse = [&](DiagnosticId id, uint32_t line,
                          std::initializer_list<std::string_view> arguments) {
    reportWithoutFile(diagnostics, id, path, line, arguments);
    return nullptr;
  };
  if (encoding == Encoding::Other)
    return refuse(isEncodingOfPython(declared) ? DiagnosticId::UnsupportedEncoding
                                               : DiagnosticId::UnknownEncoding,
                  0, {declared});
  if (hasMark && !declared.empty() && !namesUtf8WithMark(declared))
    return refuse(DiagnosticId::EncodingProblemWithBom, 0,
                  {encoding == Encoding::Latin1 ? std::string_view("iso-8859-1") : declared});
  if (const size_t at = bytes.find('\0'); at != std::string_view::npos)
    return refuse(DiagnosticId::NullByte, lineOfOffset(bytes, at), {});
  if (encoding == Encoding::Utf8) {
    const auto error = unicode::findUtf8Error(bytes);
    if (!error)
      return std::unique_ptr<SourceFile>(new SourceFile(
          std::move(path), normalizeNewlines(bytes), declared.empty() ? "utf-8" : declared));
    const std::string byte = hexByte(bytes[error->offset]);
    const uint32_t line = lineOfOffset(bytes, error->offset);
    if (declared.empty() && !hasMark)
      return refuse(DiagnosticId::NonUtf8, 0, {byte, path, std::to_string(line)});
    return refuse(DiagnosticId::UndecodableUtf8, line, {byte, error->reason});
  }
  std::string text;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const unsigned char c = static_cast<unsigned char>(bytes[at]);
    const char32_t character = decodeByte(c, encoding);
    if ((encoding == Encoding::Ascii && c >= 128) || (character == 0 && c != 0))
      return refuse(DiagnosticId::UndecodableAscii, 0, {hexByte(bytes[at]), std::to_string(at)});
    unicode::encode(character, text);
  }
  return std::unique_ptr<SourceFile>(
      new SourceFile(std::move(path), normalizeNewlines(text), declared));
}

} // namespace molt
