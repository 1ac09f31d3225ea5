# lib/molt: what the compiler needs beside its executable, so that it needs nothing else on the machine.
#
#   native/, wasm/   the C start-up files and static libraries of each target, copied from Debian's packages
#   python/3.14/ ... the pure-Python standard library of each version
#
# The runtime archives join native/ and wasm/ as they are built.

# The compiler driver knows where the start files lie.
function(molt_find_file variable name)
  execute_process(COMMAND "${CMAKE_CXX_COMPILER}" "-print-file-name=${name}" OUTPUT_VARIABLE path
                  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  if(NOT IS_ABSOLUTE "${path}" OR NOT EXISTS "${path}")
    message(FATAL_ERROR "${name} is not on this machine; run tools/install-packages")
  endif()
  set(${variable} "${path}" PARENT_SCOPE)
endfunction()

function(molt_copy folder source name)
  file(MAKE_DIRECTORY "${MOLT_RESOURCES}/${folder}")
  get_filename_component(real "${source}" REALPATH)
  set(target "${MOLT_RESOURCES}/${folder}/${name}")
  if(NOT EXISTS "${target}" OR "${real}" IS_NEWER_THAN "${target}")
    file(COPY_FILE "${real}" "${target}")
  endif()
endfunction()

# Nothing in a Molt program unwinds its stack: without their unwind tables, glibc's archives make programs 50 KB smaller.
# (crtbeginT.o refers to the beginning of its own, which is empty.)
function(molt_copy_without_unwind_tables folder source name)
  set(target "${MOLT_RESOURCES}/${folder}/${name}")
  get_filename_component(real "${source}" REALPATH)
  file(MAKE_DIRECTORY "${MOLT_RESOURCES}/${folder}")
  if(NOT EXISTS "${target}" OR "${real}" IS_NEWER_THAN "${target}")
    execute_process(COMMAND "${LLVM_OBJCOPY}" --strip-debug --remove-section=.eh_frame
                            --remove-section=.rela.eh_frame "${real}" "${target}" COMMAND_ERROR_IS_FATAL ANY)
  endif()
endfunction()
find_program(LLVM_OBJCOPY NAMES llvm-objcopy-22 REQUIRED)

foreach(name crt1.o crti.o crtn.o crtbeginT.o crtend.o libgcc.a libgcc_eh.a libc.a libstdc++.a)
  molt_find_file(path "${name}")
  if(name STREQUAL "crtbeginT.o")
    molt_copy(native "${path}" "${name}")
  else()
    molt_copy_without_unwind_tables(native "${path}" "${name}")
  endif()
endforeach()
# libm.a is a linker script that names the true archives by absolute path.
molt_find_file(path libm.a)
file(READ "${path}" script LIMIT 4096)
if(script MATCHES "^/\\* GNU ld script" AND script MATCHES "(/[^ ]*/libm-[0-9.]*\\.a)")
  set(path "${CMAKE_MATCH_1}")
endif()
molt_copy_without_unwind_tables(native "${path}" libm.a)

# Another 100 KB: versions of functions for processors that gain nothing from them.
include(trim_archive)
function(molt_trim_native name family suffix)
  set(archive "${MOLT_RESOURCES}/native/${name}")
  set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${name}.trimmed")
  if(NOT EXISTS "${stamp}" OR "${archive}" IS_NEWER_THAN "${stamp}")
    molt_trim_archive("${archive}" "${family}" "${suffix}")
    file(TOUCH "${stamp}")
  endif()
endfunction()
molt_trim_native(libm.a ".*" "avx|fma4")
molt_trim_native(libc.a
  "__(str(n?casecmp(_l)?|ncmp|n?cpy|n?cat|nlen|rchr)|stpn?cpy|wcs[a-z]+|wmem[a-z]+)"
  "avx[0-9a-z_]*|evex[0-9a-z_]*|sse4[0-9_]*|ssse3")

set(wasi /usr/lib/wasm32-wasi)
foreach(name crt1-command.o libc.a libc++.a libc++abi.a libwasi-emulated-signal.a
             libwasi-emulated-process-clocks.a libwasi-emulated-getpid.a)
  molt_copy(wasm "${wasi}/${name}" "${name}")
endforeach()
execute_process(COMMAND "${CMAKE_CXX_COMPILER}" -print-resource-dir OUTPUT_VARIABLE clang
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
molt_copy(wasm "${clang}/lib/wasi/libclang_rt.builtins-wasm32.a" libclang_rt.builtins-wasm32.a)

# molt_link_toolchain(FOLDER FROM): FOLDER shares FROM's start files and libraries, and brings its own runtime.
function(molt_link_toolchain folder from)
  file(MAKE_DIRECTORY "${MOLT_RESOURCES}/${folder}")
  file(GLOB files "${MOLT_RESOURCES}/${from}/*")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    if(NOT name MATCHES "molt")
      file(CREATE_LINK "../${from}/${name}" "${MOLT_RESOURCES}/${folder}/${name}" SYMBOLIC)
    endif()
  endforeach()
endfunction()

# The standard library: from the npm package of that version, else from an installed CPython.
if(DEFINED ENV{XDG_CACHE_HOME})
  set(npm "$ENV{XDG_CACHE_HOME}/molt/npm")
else()
  set(npm "$ENV{HOME}/.cache/molt/npm")
endif()
function(molt_python_library version package)
  set(target "${MOLT_RESOURCES}/python/${version}")
  set(zip "${npm}/${package}/node_modules/pyodide/python_stdlib.zip")
  if(EXISTS "${target}/this.py")
    return()
  endif()
  file(MAKE_DIRECTORY "${target}")
  if(EXISTS "${zip}")
    file(ARCHIVE_EXTRACT INPUT "${zip}" DESTINATION "${target}")
    return()
  endif()
  find_program(python${version} python${version} NO_CACHE
               HINTS "$ENV{HOME}/.pyenv/shims" /usr/local/bin)
  if(python${version})
    execute_process(COMMAND "${python${version}}" -c "import sysconfig; print(sysconfig.get_path('stdlib'))"
                    OUTPUT_VARIABLE library OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
    if(NOT failed)
      file(COPY "${library}/" DESTINATION "${target}" FILES_MATCHING PATTERN "*.py"
           PATTERN test EXCLUDE PATTERN tests EXCLUDE PATTERN site-packages EXCLUDE PATTERN __pycache__ EXCLUDE)
      return()
    endif()
  endif()
  message(STATUS "No Python library for ${version}: neither npm ${package} nor python${version} is here")
endfunction()
molt_python_library(3.14 pyodide@314.0.7)
molt_python_library(3.13 pyodide@0.29.5)
molt_python_library(3.12 pyodide@0.27.7)
