// Errors and warnings about a user's source: collected here, rendered as CPython renders a
// SyntaxError. The frontend's messages are declared once, in diagnostics.def.
#pragma once

#include "frontend/ast.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace molt {

class SourceFile;

enum class Severity : uint8_t { Error, Warning };

/// What CPython would raise or warn with; FileError and CompileError are Molt's own.
enum class DiagnosticKind : uint8_t {
  SyntaxError,
  IndentationError,
  TabError,
  MemoryError,
  RecursionError,
  SyntaxWarning,
  DeprecationWarning,
  FileError,    ///< the source could not be read
  CompileError, ///< correct Python that Molt does not compile
};

/// The word before the message: "SyntaxError", ..., or "error".
const char *nameOf(DiagnosticKind kind);
Severity severityOf(DiagnosticKind kind);

/// One for each message of diagnostics.def.
enum class DiagnosticId : uint16_t {
#define MOLT_DIAGNOSTIC(Id, Kind, message) Id,
#include "frontend/diagnostics.def"
};

struct Diagnostic {
  DiagnosticKind kind;
  std::string message;
  std::string path;
  /// Null when the file could not be read.
  const SourceFile *file = nullptr;
  /// Byte columns. line 0: no position. endLine 0: a start without an end, as some of CPython's
  /// errors have; column `noColumn`: a line without a column.
  SourceRange range;
  static constexpr uint32_t noColumn = UINT32_MAX;

  Severity severity() const { return severityOf(kind); }
};

class Diagnostics {
public:
  /// Reports a message of diagnostics.def; each {} in it is replaced by the next argument.
  void report(DiagnosticId id, const SourceFile &file, const SourceRange &range,
              std::initializer_list<std::string_view> arguments = {});
  /// Reports a message that is not in the list (the compiler's own).
  void report(DiagnosticKind kind, const SourceFile &file, const SourceRange &range,
              std::string message);
  void add(Diagnostic diagnostic);

  const std::vector<Diagnostic> &all() const { return all_; }
  bool hasErrors() const { return errors_ != 0; }
  size_t errorCount() const { return errors_; }
  void clear();

private:
  std::vector<Diagnostic> all_;
  size_t errors_ = 0;
};

/// The text of a message of diagnostics.def with its arguments filled in.
std::string formatMessage(DiagnosticId id, std::initializer_list<std::string_view> arguments);
DiagnosticKind kindOf(DiagnosticId id);

/// CPython's rendering: `  File "x.py", line 3`, the source line, the ^^^^ marks, and
/// `SyntaxError: message`; a warning is `x.py:3: SyntaxWarning: message` and the source line.
std::string render(const Diagnostic &diagnostic);
std::string render(const Diagnostics &diagnostics);

} // namespace molt
