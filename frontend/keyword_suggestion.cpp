#include "frontend/keyword_suggestion.h"

#include "frontend/parser_state.h"
#include "frontend/scope.h"
#include "frontend/unicode.h"

#include <algorithm>
#include <array>

namespace molt {

namespace {

constexpr std::string_view keywords[] = {
#define MOLT_KEYWORD(Kind, text) text,
#include "frontend/tokens.def"
};

bool isKeywordText(std::string_view text) {
  return std::find(std::begin(keywords), std::end(keywords), text) != std::end(keywords);
}

// ---- the nearest keyword by edit distance, as CPython's suggestions weigh it --------------------

constexpr size_t moveCost = 2, caseCost = 1, longestWord = 40;

size_t substitutionCost(char a, char b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return a == b ? 0 : lower(a) == lower(b) ? caseCost : moveCost;
}

size_t editDistance(std::string_view a, std::string_view b) {
  std::array<size_t, longestWord + 1> row;
  for (size_t j = 0; j <= b.size(); ++j)
    row[j] = j * moveCost;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i * moveCost;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({diagonal + substitutionCost(a[i - 1], b[j - 1]), above + moveCost,
                         row[j - 1] + moveCost});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string_view nearestKeyword(std::string_view word) {
  std::string_view best;
  size_t bestDistance = SIZE_MAX;
  if (word.size() > longestWord)
    return best;
  for (std::string_view keyword : keywords) {
    // No more than a third of the characters may differ.
    const size_t most = std::min((word.size() + keyword.size() + 3) * moveCost / 6,
                                 bestDistance == SIZE_MAX ? SIZE_MAX : bestDistance - 1);
    const size_t distance = editDistance(word, keyword);
    if (distance <= most && distance < bestDistance) {
      best = keyword;
      bestDistance = distance;
    }
  }
  return best;
}

// ---- similar keywords by the Ratcliff-Obershelp measure, as difflib has it -----------------------

size_t matchingCharacters(std::string_view a, std::string_view b) {
  size_t bestA = 0, bestB = 0, best = 0;
  for (size_t i = 0; i < a.size(); ++i)
    for (size_t j = 0; j < b.size(); ++j) {
      size_t length = 0;
      while (i + length < a.size() && j + length < b.size() && a[i + length] == b[j + length])
        ++length;
      if (length > best) {
        bestA = i, bestB = j, best = length;
      }
    }
  if (best == 0)
    return 0;
  return best + matchingCharacters(a.substr(0, bestA), b.substr(0, bestB)) +
         matchingCharacters(a.substr(bestA + best), b.substr(bestB + best));
}

/// At most three, the most similar first.
std::vector<std::string_view> candidates(std::string_view word) {
  std::vector<std::string_view> found;
  if (const std::string_view nearest = nearestKeyword(word); !nearest.empty())
    found.push_back(nearest);
  std::vector<std::pair<double, std::string_view>> similar;
  for (std::string_view keyword : keywords) {
    const double ratio = 2.0 * static_cast<double>(matchingCharacters(keyword, word)) /
                         static_cast<double>(keyword.size() + word.size());
    if (ratio >= 0.5)
      similar.emplace_back(ratio, keyword);
  }
  std::sort(similar.rbegin(), similar.rend());
  for (size_t i = 0; i < similar.size() && i < 3; ++i)
    found.push_back(similar[i].second);
  if (found.size() > 3)
    found.resize(3);
  return found;
}

// ---- the piece of the program around the error --------------------------------------------------

struct Piece {
  std::vector<std::string> lines;
  uint32_t margin = 0; ///< blanks removed from the start of each line
};

Piece pieceOf(const SourceFile &file, uint32_t first, uint32_t last) {
  Piece piece;
  size_t margin = std::string::npos;
  std::string_view common;
  for (uint32_t line = first; line <= last; ++line) {
    const std::string_view text = file.lineText(line);
    const size_t blanks = text.find_first_not_of(" \t");
    if (blanks == std::string_view::npos)
      continue;
    const std::string_view prefix = text.substr(0, blanks);
    if (margin == std::string::npos) {
      common = prefix;
    } else {
      size_t same = 0;
      while (same < common.size() && same < prefix.size() && common[same] == prefix[same])
        ++same;
      common = common.substr(0, same);
    }
    margin = common.size();
  }
  piece.margin = static_cast<uint32_t>(common.size());
  for (uint32_t line = first; line <= last; ++line) {
    const std::string_view text = file.lineText(line);
    const bool blank = text.find_first_not_of(" \t") == std::string_view::npos;
    piece.lines.emplace_back(blank ? std::string_view() : text.substr(piece.margin));
  }
  return piece;
}

std::string joined(const std::vector<std::string> &lines) {
  std::string out;
  for (const std::string &line : lines)
    out += line + '\n';
  return out;
}

/// Whether the text is a program without errors, or may become one when it goes on.
bool isProgramStart(const std::string &text, PythonVersion version) {
  Diagnostics diagnostics;
  const auto file = SourceFile::fromText("", text, diagnostics);
  if (!file)
    return false;
  const ParseOptions options{version, ParseMode::Exec, false, false};
  Lexer lexer(*file, version);
  lexer.run();
  ast::Context context;
  Parser parser(*file, lexer, context, options);
  if (const ast::Mod *mod = parser.parse())
    return analyzeScopes(*mod, *file, context, diagnostics, version) != nullptr;
  if (parser.raised())
    return false;
  const Token &failed = lexer.tokens()[parser.failedAt()];
  if (failed.kind != TokenKind::Error)
    return failed.start >= file->text().size();
  return lexer.error().id == DiagnosticId::NeverClosed ||
         lexer.error().id == DiagnosticId::UnterminatedTripleString ||
         lexer.error().id == DiagnosticId::UnexpectedEof;
}

} // namespace

void suggestKeyword(Diagnostic &error, uint32_t firstLine, PythonVersion version) {
  constexpr size_t longestPiece = 1024;
  constexpr int mostWords = 10;
  const bool isGeneral = error.message == "invalid syntax" ||
                         error.message.find("Perhaps you forgot a comma") != std::string::npos;
  if (version < python314 || !isGeneral || !error.file || error.kind != DiagnosticKind::SyntaxError)
    return;
  const SourceFile &file = *error.file;
  const uint32_t errorLine = error.range.line;
  if (errorLine == 0 || firstLine > errorLine)
    return;
  const Piece piece = pieceOf(file, std::max(firstLine, 1u), errorLine);
  const std::string text = joined(piece.lines);
  if (unicode::countCharacters(text) > longestPiece + 1)
    return;
  Diagnostics ignored;
  const auto pieceFile = SourceFile::fromText("", text, ignored);
  Lexer lexer(*pieceFile, version);
  lexer.run();
  int words = 0;
  for (const Token &token : lexer.tokens()) {
    if (token.kind != TokenKind::Name || token.line != piece.lines.size())
      continue;
    const std::string word(text.substr(token.start, token.end - token.start));
    if (isKeywordText(word))
      continue;
    if (++words > mostWords)
      return;
    for (std::string_view keyword : candidates(word)) {
      std::vector<std::string> changed = piece.lines;
      changed.back().replace(token.column, word.size(), keyword);
      if (!isProgramStart(joined(changed), version))
        continue;
      const uint32_t column = token.column + piece.margin;
      error.message = "invalid syntax. Did you mean '" + std::string(keyword) + "'?";
      error.range = {errorLine, column, errorLine, column + static_cast<uint32_t>(word.size())};
      return;
    }
  }
}

} // namespace molt
