#include "frontend/diagnostics.h"

#include "frontend/source.h"

#include <algorithm>

namespace molt {

const char *nameOf(DiagnosticKind kind) {
  switch (kind) {
  case DiagnosticKind::SyntaxError:
    return "SyntaxError";
  case DiagnosticKind::IndentationError:
    return "IndentationError";
  case DiagnosticKind::TabError:
    return "TabError";
  case DiagnosticKind::MemoryError:
    return "MemoryError";
  case DiagnosticKind::RecursionError:
    return "RecursionError";
  case DiagnosticKind::SyntaxWarning:
    return "SyntaxWarning";
  case DiagnosticKind::DeprecationWarning:
    return "DeprecationWarning";
  case DiagnosticKind::FileError:
  case DiagnosticKind::CompileError:
    return "error";
  }
  return "error";
}

Severity severityOf(DiagnosticKind kind) {
  return kind == DiagnosticKind::SyntaxWarning || kind == DiagnosticKind::DeprecationWarning
             ? Severity::Warning
             : Severity::Error;
}

namespace {
struct Declared {
  DiagnosticKind kind;
  const char *message;
};
constexpr Declared declared[] = {
#define MOLT_DIAGNOSTIC(Id, Kind, message) {DiagnosticKind::Kind, message},
#include "frontend/diagnostics.def"
};
} // namespace

DiagnosticKind kindOf(DiagnosticId id) { return declared[static_cast<size_t>(id)].kind; }

std::string formatMessage(DiagnosticId id, std::initializer_list<std::string_view> arguments) {
  std::string out;
  auto argument = arguments.begin();
  for (const char *c = declared[static_cast<size_t>(id)].message; *c; ++c) {
    if (c[0] == '{' && c[1] == '}' && argument != arguments.end()) {
      out += *argument++;
      ++c;
    } else {
      out += *c;
    }
  }
  return out;
}

void Diagnostics::add(Diagnostic diagnostic) {
  errors_ += diagnostic.severity() == Severity::Error;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::report(DiagnosticKind kind, const SourceFile &file, const SourceRange &range,
                         std::string message) {
  add({kind, std::move(message), file.path(), &file, range});
}

void Diagnostics::report(DiagnosticId id, const SourceFile &file, const SourceRange &range,
                         std::initializer_list<std::string_view> arguments) {
  report(kindOf(id), file, range, formatMessage(id, arguments));
}

void Diagnostics::clear() {
  all_.clear();
  errors_ = 0;
}

// ---- rendering ---------------------------------------------------------------------------------

namespace {

std::string_view stripped(std::string_view text) {
  const size_t from = text.find_first_not_of(" \n\f\t");
  if (from == std::string_view::npos)
    return {};
  const size_t to = text.find_last_not_of(" \n\f\t\r");
  return text.substr(from, to - from + 1);
}

/// The line of marks under the source line: blanks (tabs kept) up to the range, then carets.
std::string marks(const Diagnostic &diagnostic, std::string_view line, size_t indentation) {
  const SourceFile &file = *diagnostic.file;
  const SourceRange &range = diagnostic.range;
  const auto columnOf = [&](uint32_t column) {
    const size_t character = file.characterColumn(range.line, column);
    return character > indentation ? character - indentation : 0;
  };
  const size_t from = columnOf(range.column);
  const size_t length = file.characterColumn(range.line, static_cast<uint32_t>(line.size()));
  size_t to = from + 1;
  if (range.endLine > range.line)
    to = length > indentation ? length - indentation : 0;
  else if (range.endLine == range.line)
    to = columnOf(range.endColumn);
  std::string out;
  const std::string_view shown = stripped(line);
  size_t character = 0;
  for (size_t i = 0; i < shown.size() && character < from; ++i) {
    if ((shown[i] & 0xC0) == 0x80)
      continue;
    ++character;
    out += shown[i] == '\t' ? '\t' : ' ';
  }
  out.append(from - character, ' ');
  out.append(std::max(to, from + 1) - from, '^');
  return out;
}

} // namespace

std::string render(const Diagnostic &diagnostic) {
  const SourceRange &range = diagnostic.range;
  const std::string message =
      std::string(nameOf(diagnostic.kind)) + ": " + diagnostic.message + "\n";
  if (!range.isValid() || !diagnostic.file) {
    const bool namesFile = diagnostic.kind == DiagnosticKind::FileError || diagnostic.path.empty();
    return (namesFile ? "" : "  File \"" + diagnostic.path + "\"\n") + message;
  }
  const std::string_view line = diagnostic.file->lineText(range.line);
  const std::string_view shown = stripped(line);
  const std::string number = std::to_string(range.line);
  if (diagnostic.severity() == Severity::Warning)
    return diagnostic.path + ":" + number + ": " + message +
           (shown.empty() ? "" : "  " + std::string(shown) + "\n");
  std::string out = "  File \"" + diagnostic.path + "\", line " + number + "\n";
  if (!shown.empty()) {
    out += "    " + std::string(shown) + "\n";
    if (range.column != Diagnostic::noColumn) {
      const size_t indentation = shown.data() - line.data();
      out += "    " + marks(diagnostic, line, indentation) + "\n";
    }
  }
  return out + message;
}

std::string render(const Diagnostics &diagnostics) {
  std::string out;
  for (const Diagnostic &diagnostic : diagnostics.all())
    out += render(diagnostic);
  return out;
}

} // namespace molt
