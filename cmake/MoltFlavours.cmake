# The runtime once more for each target and purpose beside the native one: the same tree, configured with
# MOLT_RUNTIME_ONLY into its own folder of the build, its archive put under lib/molt/FOLDER.
#
#   lib/molt/wasm           wasm32-wasi; always built
#   lib/molt/native-stress  collects at every allocation, poisons freed cells; target runtime-stress, for the tests
#   lib/molt/native-debug   assertions, no optimisation, debug information; target runtime-debug
include(ExternalProject)

function(molt_runtime_flavour name folder)
  cmake_parse_arguments(ARG "ALL" "" "ARGUMENTS" ${ARGN})
  set(exclude TRUE)
  if(ARG_ALL)
    set(exclude FALSE)
  endif()
  set(depends)
  if(TARGET molt-stubgen)
    set(depends molt-stubgen)
    list(APPEND ARG_ARGUMENTS "-DMOLT_STUBGEN=$<TARGET_FILE:molt-stubgen>")
  endif()
  if(TARGET molt-unicode-tables)
    list(APPEND depends molt-unicode-tables)
    list(APPEND ARG_ARGUMENTS "-DMOLT_UNICODE_TABLES=$<TARGET_FILE:molt-unicode-tables>")
  endif()
  ExternalProject_Add(${name}
    PREFIX "${PROJECT_BINARY_DIR}/${name}"
    SOURCE_DIR "${PROJECT_SOURCE_DIR}"
    BINARY_DIR "${PROJECT_BINARY_DIR}/${name}"
    CMAKE_ARGS -DMOLT_RUNTIME_ONLY=ON -DMOLT_RUNTIME_OUTPUT=${MOLT_RESOURCES}/${folder}
               -DMOLT_SOURCES=${MOLT_SOURCES} ${ARG_ARGUMENTS}
    BUILD_ALWAYS TRUE
    EXCLUDE_FROM_ALL ${exclude}
    LOG_CONFIGURE TRUE LOG_BUILD TRUE LOG_OUTPUT_ON_FAILURE TRUE
    DEPENDS ${depends}
    BUILD_BYPRODUCTS "${MOLT_RESOURCES}/${folder}/libmolt_runtime.a"
    INSTALL_COMMAND "")
endfunction()

set(host -DCMAKE_C_COMPILER=${CMAKE_C_COMPILER} -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER})
molt_runtime_flavour(runtime-wasm wasm ALL
  ARGUMENTS -DCMAKE_BUILD_TYPE=Release
            -DCMAKE_TOOLCHAIN_FILE=${PROJECT_SOURCE_DIR}/cmake/wasm32-wasi.cmake)
molt_runtime_flavour(runtime-stress native-stress
  ARGUMENTS ${host} -DCMAKE_BUILD_TYPE=RelWithDebInfo -DMOLT_STRESS=ON)
molt_runtime_flavour(runtime-debug native-debug ARGUMENTS ${host} -DCMAKE_BUILD_TYPE=Debug)
molt_link_toolchain(native-stress native)
molt_link_toolchain(native-debug native)
