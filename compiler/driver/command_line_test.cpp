// The command line: verbs, options, what belongs to the program, and the help of a mistaken user.
#include "compiler/driver/options.h"

#include <gtest/gtest.h>

namespace molt::driver {

static ParsedCommandLine parse(std::vector<const char *> words) {
  words.insert(words.begin(), "molt");
  return parseCommandLine(static_cast<int>(words.size()), words.data());
}

using Words = std::vector<std::string>;

TEST(CommandLine, RunLeavesTheRestToTheProgram) {
  auto parsed = parse({"run", "app.py", "-x", "--profile", "release", "--", "y"});
  ASSERT_FALSE(parsed.finished) << parsed.text;
  EXPECT_EQ(parsed.options.verb, Verb::Run);
  EXPECT_EQ(parsed.options.file, "app.py");
  EXPECT_EQ(parsed.options.arguments, (Words{"-x", "--profile", "release", "--", "y"}));
  EXPECT_EQ(parsed.options.profile, codegen::Profile::Dev);
}

TEST(CommandLine, RunTakesItsOwnOptionsBeforeTheFile) {
  auto parsed = parse({"run", "--profile", "release", "--python-version=3.12", "app.py", "--help"});
  ASSERT_FALSE(parsed.finished) << parsed.text;
  EXPECT_EQ(parsed.options.profile, codegen::Profile::Release);
  EXPECT_EQ(parsed.options.version, python312);
  EXPECT_EQ(parsed.options.arguments, (Words{"--help"}));
}

TEST(CommandLine, TwoDashesEndTheOptions) {
  auto parsed = parse({"run", "--profile", "dev", "--", "app.py", "-x"});
  ASSERT_FALSE(parsed.finished) << parsed.text;
  EXPECT_EQ(parsed.options.file, "app.py");
  EXPECT_EQ(parsed.options.arguments, (Words{"-x"}));
  EXPECT_EQ(parse({"run", "--", "-odd.py"}).options.file, "./-odd.py");
}

TEST(CommandLine, Build) {
  auto parsed = parse({"build", "app.py", "-o", "out", "--target", "wasm32-wasi", "--emit", "asm", "--profile", "dev"});
  ASSERT_FALSE(parsed.finished) << parsed.text;
  EXPECT_EQ(parsed.options.file, "app.py");
  EXPECT_EQ(parsed.options.output, "out");
  EXPECT_EQ(parsed.options.target, codegen::Target::Wasm);
  EXPECT_EQ(parsed.options.emit, EmitKind::Assembly);
  EXPECT_EQ(parsed.options.profile, codegen::Profile::Dev);
  EXPECT_EQ(parse({"build", "--", "app.py"}).options.file, "app.py");
}

TEST(CommandLine, Explain) {
  EXPECT_EQ(parse({"build", "app.py"}).options.explain, ExplainFormat::None);
  auto text = parse({"build", "--explain", "app.py"});
  EXPECT_EQ(text.options.explain, ExplainFormat::Text);
  EXPECT_EQ(text.options.file, "app.py");
  EXPECT_EQ(parse({"build", "app.py", "--explain=json"}).options.explain, ExplainFormat::Json);
  EXPECT_EQ(parse({"build", "app.py", "--explain=xml"}).exitCode, kUsage);
}

TEST(CommandLine, TypeHints) {
  EXPECT_EQ(parse({"build", "app.py"}).options.typeHints, irgen::TypeHintMode::Guard);
  EXPECT_EQ(parse({"build", "app.py", "--type-hints=ignore"}).options.typeHints, irgen::TypeHintMode::Ignore);
  auto run = parse({"run", "--type-hints", "check", "app.py", "--type-hints=ignore"});
  EXPECT_EQ(run.options.typeHints, irgen::TypeHintMode::Check);
  EXPECT_EQ(run.options.arguments, std::vector<std::string>{"--type-hints=ignore"});
  EXPECT_EQ(parse({"build", "app.py", "--type-hints=maybe"}).exitCode, kUsage);
}

TEST(CommandLine, Mistakes) {
  auto unknown = parse({"biuld", "app.py"});
  EXPECT_EQ(unknown.exitCode, kUsage);
  EXPECT_NE(unknown.text.find("Did you mean 'build'?"), std::string::npos) << unknown.text;
  EXPECT_NE(parse({"app.py"}).text.find("molt run app.py"), std::string::npos);
  EXPECT_EQ(parse({"build"}).exitCode, kUsage);
  EXPECT_EQ(parse({"run"}).exitCode, kUsage);
  EXPECT_EQ(parse({"build", "--nonsense", "app.py"}).exitCode, kUsage);
  EXPECT_EQ(parse({"build", "app.py", "more.py"}).exitCode, kUsage);
  auto target = parse({"build", "app.py", "--target", "arm"});
  EXPECT_EQ(target.exitCode, kUsage);
  EXPECT_NE(target.text.find("native|wasm32-wasi"), std::string::npos) << target.text;
  EXPECT_EQ(parse({}).exitCode, kUsage);
}

TEST(CommandLine, HelpAndVersion) {
  EXPECT_EQ(parse({"--version"}).exitCode, kSuccess);
  EXPECT_EQ(parse({"--version"}).text.substr(0, 5), "molt ");
  for (const char *verb : {"run", "build", "check", "doctor"}) {
    auto help = parse({"help", verb});
    EXPECT_EQ(help.exitCode, kSuccess);
    EXPECT_NE(help.text.find(verb), std::string::npos) << help.text;
    EXPECT_EQ(parse({verb, "--help"}).text, help.text);
  }
  EXPECT_EQ(parse({"help"}).text, parse({"--help"}).text);
  EXPECT_EQ(parse({"help", "rum"}).exitCode, kUsage);
}

} // namespace molt::driver
