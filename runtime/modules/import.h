// The import system of a compiled program: a module is code of the program, or native; nothing is
// looked for on disk.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

// import a.b.c: the last module. Absolute names only.
Result<Owned<>> importModule_py(Borrowed<Str> name);
// __import__ with all it takes; fromNames null: the top package.
Result<Owned<>> importNamed_py(Borrowed<Dict> globals, Borrowed<Str> name, Borrowed<> fromNames, int64_t level);

// Whether the program has the source of a module of that name.
bool programHasModule(Borrowed<Str> name);

// The program's __main__: made, put into sys.modules and run.
Result<void> runMain_py(const ModuleCode *code);

// Makes a native module and puts it into sys.modules. *found false: there is none of that name, and
// nothing is pending.
Result<Owned<Module>> makeNativeModule_py(Borrowed<Str> name, bool *found);

} // namespace molt
