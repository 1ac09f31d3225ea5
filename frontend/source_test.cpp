#include "frontend/source.h"

#include "frontend/diagnostics.h"

#include <gtest/gtest.h>

namespace molt {
namespace {

using namespace std::string_view_literals;

std::string decoded(std::string_view bytes) {
  Diagnostics diagnostics;
  const auto file = SourceFile::fromBytes("x.py", bytes, diagnostics);
  return file ? std::string(file->text()) : "! " + diagnostics.all().front().message;
}

TEST(Source, NewlinesAndMarks) {
  EXPECT_EQ(decoded("a\r\nb\rc"), "a\nb\nc\n");
  EXPECT_EQ(decoded("\xEF\xBB\xBF" "a"), "a\n");
  EXPECT_EQ(decoded(""), "\n");
}

TEST(Source, DeclaredEncodings) {
  EXPECT_EQ(decoded("# -*- coding: latin-1 -*-\n\xE9"), "# -*- coding: latin-1 -*-\né\n");
  EXPECT_EQ(decoded("#!/bin/python\n# vim: set fileencoding=iso-8859-15 :\n\xA4"),
            "#!/bin/python\n# vim: set fileencoding=iso-8859-15 :\n€\n");
  EXPECT_EQ(decoded("x = 1 # coding: latin-1\n\n"), "x = 1 # coding: latin-1\n\n");
  EXPECT_EQ(decoded("# coding: ascii\n\xE9"),
            "! (unicode error) 'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in "
            "range(128)");
  EXPECT_EQ(decoded("# coding: utf-7\n"),
            "! encoding 'utf-7' is not supported by Molt; save the file as UTF-8");
}

TEST(Source, WrongBytes) {
  EXPECT_EQ(decoded("x\n\xFF"),
            "! Non-UTF-8 code starting with '\\xff' in file x.py on line 2, but no encoding "
            "declared; see https://peps.python.org/pep-0263/ for details");
  EXPECT_EQ(decoded("a\0b"sv), "! source code cannot contain null bytes");
}

TEST(Source, FilesThatCannotBeRead) {
  Diagnostics diagnostics;
  EXPECT_FALSE(SourceFile::load("/no/such/file.py", diagnostics));
  EXPECT_EQ(diagnostics.all().back().message,
            "can't open file '/no/such/file.py': [Errno 2] No such file or directory");
  EXPECT_FALSE(SourceFile::load("/", diagnostics));
  EXPECT_EQ(diagnostics.all().back().message, "'/' is a folder, not a Python file");
}

TEST(Source, LinesAndColumns) {
  Diagnostics diagnostics;
  const auto file = SourceFile::fromText("x.py", "ab\nñé = 1\n", diagnostics);
  EXPECT_EQ(file->lineCount(), 2u);
  EXPECT_EQ(file->lineText(2), "ñé = 1");
  EXPECT_EQ(file->lineAt(3), 2u);
  EXPECT_EQ(file->characterColumn(2, 4), 2u);
}

} // namespace
} // namespace molt
