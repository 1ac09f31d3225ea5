// Which names a program can look up, and when that cannot be known.
#include "compiler/driver/reachable_names.h"
#include "frontend/parser.h"

#include <gtest/gtest.h>

namespace molt {

static codegen::ReachableNames namesIn(std::string_view text) {
  Program program;
  Diagnostics diagnostics;
  ProgramModule module;
  module.source = SourceFile::fromText("test.py", text, diagnostics);
  module.tree = ast::cast<ast::Module>(parseModule(*module.source, *program.context, diagnostics));
  program.modules.push_back(std::move(module));
  return findReachableNames(program);
}

TEST(ReachableNames, IdentifiersAndWordsOfStrings) {
  auto found = namesIn("import a.b as c\nclass D(E, metaclass=F):\n  def g(self, *h, i=1, **j):\n"
                       "    return self.k.l(m=f'{n.o!r:>{p}}') + '{0.real} x.y'.format(q)\n");
  for (const char *name : {"a", "b", "c", "D", "E", "metaclass", "F", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p",
                           "q", "real", "x", "y", "format"})
    EXPECT_TRUE(found.names.contains(name)) << name;
  EXPECT_FALSE(found.names.contains("append"));
  EXPECT_FALSE(found.everything);
}

TEST(ReachableNames, ConstantNamesAreKnown) {
  auto found = namesIn("getattr(x, 'one')\nhasattr(x, 'two')\nsetattr(x, 'three', getattr(y, 'four', 5))\n");
  for (const char *name : {"getattr", "one", "two", "three", "four"})
    EXPECT_TRUE(found.names.contains(name)) << name;
  EXPECT_FALSE(found.everything);
}

TEST(ReachableNames, MatchArgsThatStandThereAreKnown) {
  auto found = namesIn("class A:\n  __match_args__ = ('one', 'two')\n");
  for (const char *name : {"__match_args__", "one", "two"})
    EXPECT_TRUE(found.names.contains(name)) << name;
  EXPECT_FALSE(found.everything);
  for (const char *text : {"class A:\n  __match_args__ = names()\n", "class A:\n  __match_args__ = ('a', b)\n",
                           "A.__match_args__ = ('a',)\n"})
    EXPECT_TRUE(namesIn(text).everything) << text;
}

TEST(ReachableNames, ComputedNamesReachEverything) {
  for (const char *text :
       {"getattr(x, y)\n", "getattr(*x, 'y')\n", "f = getattr\n", "map(hasattr, x, y)\n", "dir(x)\n", "vars(x)\n",
        "x.__dict__\n", "text.format(x)\n", "from operator import attrgetter\n", "__import__(x)\n",
        "globals()['__builtins__']\n", "class A:\n  def __getattribute__(self, name): pass\n",
        "getattr(builtins, 'getattr')(x, y)\n", "setattr(x, 'y', getattr(x, y))\n"})
    EXPECT_TRUE(namesIn(text).everything) << text;
}

} // namespace molt
