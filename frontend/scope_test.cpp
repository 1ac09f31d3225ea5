#include "frontend/scope.h"

#include "frontend/scope_dump.h"
#include "frontend/test_support.h"

#include <gtest/gtest.h>

namespace molt {
namespace {

using test::Parsed;

std::string scopesOf(std::string_view text) {
  Parsed parsed(text);
  const auto table = parsed.scopes();
  return table ? dumpScopes(*table) : "! " + parsed.message();
}

TEST(Scope, ClosuresMakeCells) {
  EXPECT_EQ(scopesOf("def f(a):\n    def g():\n        nonlocal a\n        a = b\n"),
            "module top:\n"
            "  .f local: assigned\n"
            "  function f:\n"
            "    .a cell: parameter\n"
            "    .g local: assigned\n"
            "    function g: nested\n"
            "      .a free: assigned nonlocal\n"
            "      .b global implicit: used\n");
}

TEST(Scope, PrivateNamesAreMangled) {
  Parsed parsed("class _C:\n    def f(self): self.__x = __y\n");
  const auto table = parsed.scopes();
  const Scope *method = table->module()->children()[0]->children()[0];
  EXPECT_TRUE(method->find(parsed.context.intern("_C__y")));
  EXPECT_EQ(table->mangle(*method, parsed.context.intern("__x")).text(), "_C__x");
  EXPECT_EQ(table->mangle(*method, parsed.context.intern("__x__")).text(), "__x__");
}

TEST(Scope, SuperNeedsTheClassCell) {
  Parsed parsed("class C:\n    def f(self): return super().f()\n");
  const auto table = parsed.scopes();
  const Scope *cls = table->module()->children()[0];
  EXPECT_TRUE(cls->needsClassCell());
  EXPECT_EQ(cls->children()[0]->find(parsed.context.intern("__class__"))->resolution,
            Resolution::Free);
}

TEST(Scope, WalrusBindsAroundComprehensions) {
  EXPECT_EQ(scopesOf("def f(): return [y := x for x in z]\n"),
            "module top:\n"
            "  .f local: assigned\n"
            "  function f: returns-value\n"
            "    .y cell: assigned\n"
            "    .z global implicit: used\n"
            "    comprehension listcomp: nested\n"
            "      .x local: assigned used\n"
            "      .y free: assigned nonlocal\n");
}

TEST(Scope, KindsOfFunctions) {
  Parsed parsed("def a(): yield\nasync def b(): await x\nasync def c(): yield\n");
  const auto table = parsed.scopes();
  EXPECT_TRUE(table->module()->children()[0]->isGenerator());
  const Scope *coroutine = nullptr, *asyncGenerator = nullptr;
  for (const auto &scope : table->all()) {
    if (scope->kind() == ScopeKind::Function && scope->name() == "b")
      coroutine = scope.get();
    if (scope->kind() == ScopeKind::Function && scope->name() == "c")
      asyncGenerator = scope.get();
  }
  EXPECT_TRUE(coroutine->isCoroutine());
  EXPECT_TRUE(asyncGenerator->isAsyncGenerator());
}

TEST(Scope, ErrorsOfWholeScopes) {
  EXPECT_EQ(scopesOf("nonlocal x"), "! nonlocal declaration not allowed at module level");
  EXPECT_EQ(scopesOf("def f(a, a): pass"), "! duplicate argument 'a' in function definition");
  EXPECT_EQ(scopesOf("def f():\n    x = 1\n    global x"),
            "! name 'x' is assigned to before global declaration");
  EXPECT_EQ(scopesOf("def f():\n    from m import *"), "! import * only allowed at module level");
  EXPECT_EQ(scopesOf("[x := 1 for x in y]"),
            "! assignment expression cannot rebind comprehension iteration variable 'x'");
}

TEST(Scope, ErrorsOfMisplacedStatements) {
  EXPECT_EQ(scopesOf("return 1"), "! 'return' outside function");
  EXPECT_EQ(scopesOf("while x: pass\nelse: break"), "! 'break' outside loop");
  EXPECT_EQ(scopesOf("class C:\n    yield"), "! 'yield' outside function");
  EXPECT_EQ(scopesOf("def f(): await x"), "! 'await' outside async function");
  EXPECT_EQ(scopesOf("a, *b, *c = d"), "! multiple starred expressions in assignment");
  EXPECT_EQ(scopesOf("x = 1\nfrom __future__ import annotations"),
            "! from __future__ imports must occur at the beginning of the file");
  EXPECT_EQ(scopesOf("match x:\n    case y: pass\n    case 1: pass"),
            "! name capture 'y' makes remaining patterns unreachable");
}

} // namespace
} // namespace molt
