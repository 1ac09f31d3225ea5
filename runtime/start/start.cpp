// main() of a compiled program: hands the program that the compiler generated to the runtime.
#include "abi/entry_points.h"

extern "C" const molt::ProgramCode molt_program;

int main(int argumentCount, char **arguments) {
  return molt::molt_main(argumentCount, arguments, &molt_program);
}
