// A source file as the lexer wants it: UTF-8, newlines as '\n', a newline at the end, no byte order
// mark, and a table of where its lines begin.
//
// Invariant: text() is valid UTF-8 (fromText also lets WTF-8 surrogates pass), has no NUL, and is
// followed by a NUL byte in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace molt {

class Diagnostics;

class SourceFile {
public:
  /// Reads and decodes a file. Reports what is wrong (missing, a folder, unreadable, not in its
  /// declared encoding, ...) and returns null when there is no text.
  static std::unique_ptr<SourceFile> load(const std::string &path, Diagnostics &diagnostics);

  /// Decodes the bytes of a file: byte order mark, PEP 263 coding cookie, newlines.
  static std::unique_ptr<SourceFile> fromBytes(std::string path, std::string_view bytes,
                                               Diagnostics &diagnostics);

  /// Takes text that is UTF-8 already, as exec and eval do; a coding cookie means nothing then.
  static std::unique_ptr<SourceFile> fromText(std::string path, std::string_view text,
                                              Diagnostics &diagnostics);

  const std::string &path() const { return path_; }
  std::string_view text() const { return text_; }
  /// The name of the encoding that the file declared, "utf-8" by default.
  const std::string &encoding() const { return encoding_; }
  /// Whether the last newline of text() is not in the file.
  bool endsWithoutNewline() const { return endsWithoutNewline_; }

  uint32_t lineCount() const { return static_cast<uint32_t>(lineStarts_.size()); }
  /// The text of line `line` (from 1), without its newline; empty when there is no such line.
  std::string_view lineText(uint32_t line) const;
  /// Where line `line` (from 1) begins in text().
  uint32_t lineStart(uint32_t line) const { return lineStarts_[line - 1]; }
  /// The line (from 1) that holds byte `offset` of text().
  uint32_t lineAt(uint32_t offset) const;
  /// Code points before byte column `column` of line `line`.
  uint32_t characterColumn(uint32_t line, uint32_t column) const;

private:
  SourceFile(std::string path, std::string text, std::string encoding);
  void indexLines();

  std::string path_;
  std::string text_;
  std::string encoding_;
  std::vector<uint32_t> lineStarts_;
  bool endsWithoutNewline_ = false;
};

} // namespace molt
