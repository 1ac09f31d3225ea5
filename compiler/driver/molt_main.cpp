#include "compiler/driver/runtime_symbols.h"
int main() { return 0; }
