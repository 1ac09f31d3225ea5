# Compiles for wasm32 with Debian's wasi-libc and libc++. The include paths are pinned: without that, a header that
# wasi lacks would be taken from the host's glibc.
# CMake 3.25 has no platform file for WASI.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)

set(CMAKE_C_COMPILER clang-22)
set(CMAKE_CXX_COMPILER clang++-22)
set(CMAKE_AR llvm-ar-22 CACHE FILEPATH "")
set(CMAKE_RANLIB llvm-ranlib-22 CACHE FILEPATH "")
# "wasip1", the newer name, finds no headers in Debian's layout.
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

execute_process(COMMAND clang-22 -print-resource-dir OUTPUT_VARIABLE resources OUTPUT_STRIP_TRAILING_WHITESPACE)
execute_process(COMMAND llvm-config-22 --includedir OUTPUT_VARIABLE includes OUTPUT_STRIP_TRAILING_WHITESPACE)
set(c_headers "-isystem ${resources}/include -isystem /usr/include/wasm32-wasi")
set(common "-Wno-deprecated -nostdinc -D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_PROCESS_CLOCKS -D_WASI_EMULATED_GETPID")
set(CMAKE_C_FLAGS_INIT "${common} ${c_headers}")
set(CMAKE_CXX_FLAGS_INIT "${common} -nostdinc++ -isystem ${includes}/wasm32-wasi/c++/v1 ${c_headers}")
