// The command line's grammar, with CLI11. CLI11 throws, so this is the one file that is compiled with exceptions; none
// leaves it.
#include "compiler/driver/options.h"
#include "compiler/driver/version.h"

#include <CLI/CLI.hpp>
#include <llvm/ADT/StringRef.h>
#include <llvm/Config/llvm-config.h>

#include <map>

namespace molt::driver {

namespace {

/// The values of an option, as the user writes them.
template <typename T> using Names = std::map<std::string, T>;

const Names<codegen::Target> kTargets = {{"native", codegen::Target::Native},
                                         {"wasm32-wasi", codegen::Target::Wasm}};
const Names<codegen::Profile> kProfiles = {{"dev", codegen::Profile::Dev},
                                           {"release", codegen::Profile::Release}};
const Names<EmitKind> kEmits = {{"exe", EmitKind::Executable},
                                {"obj", EmitKind::Object},
                                {"asm", EmitKind::Assembly},
                                {"llvm", EmitKind::Llvm},
                                {"py", EmitKind::Py}};
const Names<ExplainFormat> kExplanations = {{"text", ExplainFormat::Text}, {"json", ExplainFormat::Json}};
const Names<irgen::TypeHintMode> kTypeHints = {{"ignore", irgen::TypeHintMode::Ignore},
                                               {"guard", irgen::TypeHintMode::Guard},
                                               {"check", irgen::TypeHintMode::Check}};
const Names<PythonVersion> kVersions = {{"3.12", python312}, {"3.13", python313}, {"3.14", python314}};

template <typename T> std::string namesOf(const Names<T> &names) {
  std::string text;
  for (const auto &[name, value] : names)
    text += (text.empty() ? "" : "|") + name;
  return text;
}

template <typename T> T choiceOf(const std::string &flag, const Names<T> &names, const std::string &word) {
  auto found = names.find(word);
  if (found == names.end())
    throw CLI::ValidationError(flag, "'" + word + "' is none of " + namesOf(names));
  return found->second;
}

/// An option that takes one of `names`.
template <typename T>
void addChoice(CLI::App *verb, const std::string &flag, const Names<T> &names, T &value, const std::string &help) {
  verb->add_option_function<std::string>(
          flag,
          [&names, &value, flag](const std::string &word) { value = choiceOf(flag, names, word); },
          help)
      ->type_name(namesOf(names));
}

/// Help whose first line is given.
class UsageFormatter : public CLI::Formatter {
public:
  explicit UsageFormatter(std::string usage) : usage_(std::move(usage)) {}
  std::string make_usage(const CLI::App *, std::string) const override { return "\nUsage: " + usage_ + "\n"; }

private:
  std::string usage_;
};

void setUsage(CLI::App *verb, const std::string &usage) {
  verb->formatter(std::make_shared<UsageFormatter>(usage));
}

/// The grammar, bound to the options it fills in.
class Grammar {
public:
  explicit Grammar(Options &options) : options_(options) {
    app_.require_subcommand(0, 1);
    app_.set_help_flag("-h,--help", "Print this help");
    app_.add_flag("-V,--version", version_, "Print the version");
    app_.footer("'molt help VERB' says more about a verb.");
    addRun();
    addBuild();
    addCheck();
    app_.add_subcommand("doctor", "Say what is installed, what is missing and how to get it");
  }

  CLI::App &app() { return app_; }
  bool version() const { return version_; }
  /// Null when there is no such verb.
  CLI::App *verb(const std::string &name) {
    for (CLI::App *verb : app_.get_subcommands([](CLI::App *) { return true; }))
      if (verb->get_name() == name)
        return verb;
    return nullptr;
  }

  std::vector<std::string> verbNames() {
    std::vector<std::string> names = {"help"};
    for (CLI::App *verb : app_.get_subcommands([](CLI::App *) { return true; }))
      names.push_back(verb->get_name());
    return names;
  }

private:
  void addFile(CLI::App *verb) {
    verb->add_option("FILE", options_.file, "The program: a file, or a folder with a __main__.py")
        ->required()
        ->type_name("");
    addChoice(verb, "--python-version", kVersions, options_.version, "The version of Python to follow; 3.14 if not given");
  }

  void addTypeHints(CLI::App *verb) {
    addChoice(verb, "--type-hints", kTypeHints, options_.typeHints,
              "What annotations are good for: nothing, guesses that make code fast (if not given), or also checks of "
              "parameters and results that raise TypeError");
  }

  void addRun() {
    CLI::App *verb = app_.add_subcommand("run", "Compile a program in memory and run it");
    addFile(verb);
    addChoice(verb, "--profile", kProfiles, options_.profile, "dev (if not given) starts soon, release runs fast");
    addTypeHints(verb);
    setUsage(verb, "molt run [OPTIONS] FILE [ARGUMENTS...]");
    verb->footer("What follows FILE goes to the program as it stands; -- ends the options before it.");
  }

  void addBuild() {
    CLI::App *verb = app_.add_subcommand("build", "Compile a program to one file");
    addFile(verb);
    verb->add_option("-o,--output", options_.output, "The file to write; - is the standard output")->type_name("OUT");
    addChoice(verb, "--target", kTargets, options_.target, "What to compile for; native if not given");
    addChoice(verb, "--profile", kProfiles, options_.profile, "release (if not given) runs fast, dev builds fast");
    addTypeHints(verb);
    addChoice(verb, "--emit", kEmits, options_.emit, "What to write; exe if not given");
    verb->add_flag("--explain{text}", explain_,
                   "Tell what was optimised, what was not and why; --explain=json for tools");
    verb->add_flag("--debug-symbols", debugSymbols_, "Keep the symbol table");
    verb->callback([this] {
      options_.strip = !debugSymbols_;
      if (!explain_.empty())
        options_.explain = choiceOf("--explain", kExplanations, explain_);
    });
    setUsage(verb, "molt build [OPTIONS] FILE");
  }

  void addCheck() {
    CLI::App *verb = app_.add_subcommand("check", "Report the errors in a program, build nothing");
    addFile(verb);
    setUsage(verb, "molt check [OPTIONS] FILE");
  }

  Options &options_;
  CLI::App app_{"Molt compiles Python to native executables and WebAssembly.", "molt"};
  bool version_ = false;
  bool debugSymbols_ = false;
  std::string explain_;
};

ParsedCommandLine finishWith(int exitCode, std::string text) {
  ParsedCommandLine result;
  result.finished = true;
  result.exitCode = exitCode;
  result.text = std::move(text);
  return result;
}

std::string versionText() {
  return std::string("molt ") + kMoltVersion + " (Python 3.12 to 3.14; LLVM " LLVM_VERSION_STRING ")\n";
}

ParsedCommandLine unknownVerb(const std::string &word, const std::vector<std::string> &verbs) {
  llvm::StringRef name(word);
  std::string text = "error: no such verb: '" + word + "'\n";
  if (name.ends_with(".py"))
    return finishWith(kUsage, text + "\nTo run a program: molt run " + word + "\n");
  unsigned best = 3;
  std::string nearest;
  for (const std::string &verb : verbs)
    if (unsigned distance = name.edit_distance(verb, true, best); distance < best) {
      best = distance;
      nearest = verb;
    }
  if (!nearest.empty())
    text += "\nDid you mean '" + nearest + "'?\n";
  return finishWith(kUsage, text + "\n'molt help' lists the verbs.\n");
}

/// Cuts what follows FILE off `words`, the words after `run`: it belongs to the program.
std::vector<std::string> takeArguments(CLI::App *run, std::vector<std::string> &words) {
  size_t file = 0;
  while (file < words.size() && words[file].size() > 1 && words[file][0] == '-') {
    if (words[file] == "--") {
      words.erase(words.begin() + static_cast<ptrdiff_t>(file));
      // The file may begin with a dash now; a path that says so does not.
      if (file < words.size() && words[file][0] == '-')
        words[file] = "./" + words[file];
      break;
    }
    const CLI::Option *option = run->get_option_no_throw(words[file]);
    file += option && option->get_expected_max() > 0 && option->get_items_expected_max() > 0 ? 2 : 1;
  }
  size_t end = std::min(words.size(), file + 1);
  std::vector<std::string> arguments(words.begin() + static_cast<ptrdiff_t>(end), words.end());
  words.resize(end);
  return arguments;
}

Verb verbNamed(llvm::StringRef name) {
  if (name == "run")
    return Verb::Run;
  if (name == "build")
    return Verb::Build;
  if (name == "check")
    return Verb::Check;
  return name == "doctor" ? Verb::Doctor : Verb::None;
}

ParsedCommandLine parseError(const CLI::Error &error, CLI::App *verb) {
  std::string name = verb ? "molt help " + verb->get_name() : "molt help";
  return finishWith(kUsage, "error: " + std::string(error.what()) + "\n\n'" + name + "' says how it is used.\n");
}

ParsedCommandLine parse(std::vector<std::string> words) {
  ParsedCommandLine result;
  Grammar grammar(result.options);
  if (words.empty())
    return finishWith(kUsage, grammar.app().help());
  CLI::App *verb = nullptr;
  if (words[0] == "help") {
    if (words.size() == 1 || words[1] == "help")
      return finishWith(kSuccess, grammar.app().help());
    verb = grammar.verb(words[1]);
    return verb ? finishWith(kSuccess, verb->help()) : unknownVerb(words[1], grammar.verbNames());
  }
  if (words[0] == "version")
    words[0] = "--version";
  if (words[0][0] != '-') {
    verb = grammar.verb(words[0]);
    if (!verb)
      return unknownVerb(words[0], grammar.verbNames());
    result.options.verb = verbNamed(words[0]);
    words.erase(words.begin());
  }
  if (result.options.verb == Verb::Run) {
    result.options.profile = codegen::Profile::Dev;
    result.options.emit = EmitKind::Jit;
    result.options.arguments = takeArguments(verb, words);
  }
  // CLI11 wants the words in reverse, the verb among them.
  if (verb)
    words.insert(words.begin(), verb->get_name());
  std::reverse(words.begin(), words.end());
  try {
    grammar.app().parse(words);
  } catch (const CLI::CallForHelp &) {
    return finishWith(kSuccess, (verb ? verb : &grammar.app())->help());
  } catch (const CLI::Error &error) {
    return parseError(error, verb);
  }
  if (grammar.version())
    return finishWith(kSuccess, versionText());
  return result;
}

} // namespace

ParsedCommandLine parseCommandLine(int argumentCount, const char *const *arguments) {
  ParsedCommandLine result = parse({arguments + 1, arguments + argumentCount});
  result.options.program = arguments[0];
  if (const char *flavour = getenv("MOLT_RUNTIME"))
    result.options.runtimeFlavour = flavour;
  return result;
}

} // namespace molt::driver
