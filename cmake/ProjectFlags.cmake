# Warnings, Qt strictness, hardening and sanitizers for every target of ours, as one interface target.
add_library(ct_flags INTERFACE)
target_compile_options(ct_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wcast-qual -Wextra-semi)
target_compile_definitions(ct_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
    QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)

set(CT_SANITIZE "" CACHE STRING "Comma list given to -fsanitize=")
if(CT_SANITIZE)
    target_compile_options(ct_flags INTERFACE -fsanitize=${CT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(ct_flags INTERFACE -fsanitize=${CT_SANITIZE})
    if(CT_SANITIZE MATCHES "undefined")
        # Debian's Qt is not instrumented: g++ takes QSignalSpy's own constructor for a call on a stranger.
        target_compile_options(ct_flags INTERFACE -fno-sanitize=vptr)
    endif()
else()
    target_link_options(ct_flags INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
    if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
        target_compile_options(ct_flags INTERFACE -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    endif()
endif()
# ct_bridge(program): with ThreadSanitizer it is told what it cannot see of Qt, which is not built for it.
if(CT_SANITIZE STREQUAL "thread")
    add_library(ct_tsan_bridge OBJECT ${PROJECT_SOURCE_DIR}/tests/support/tsanbridge.cpp)
    target_link_libraries(ct_tsan_bridge PRIVATE Qt6::Core ct_flags)
endif()
function(ct_bridge program)
    if(TARGET ct_tsan_bridge)
        target_sources(${program} PRIVATE $<TARGET_OBJECTS:ct_tsan_bridge>)
        target_link_libraries(${program} PRIVATE ${CMAKE_DL_LIBS})
    endif()
endfunction()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# All libraries are the system's. What CMake keeps room for instead is an empty path, and the loader
# takes that for the present folder, whoever may write to it.
set(CMAKE_SKIP_RPATH ON)

option(CT_FUZZ "Build the programs for libFuzzer (needs clang)" OFF)
if(CT_FUZZ)
    # Optimised a little, or half of the time would go into calls that nobody needs; asserts stay on.
    target_compile_options(ct_flags INTERFACE -O1 -fsanitize=fuzzer-no-link)
    target_compile_definitions(ct_flags INTERFACE _GLIBCXX_ASSERTIONS)
    target_link_options(ct_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

option(CT_COVERAGE "Instrument for gcov" OFF)
if(CT_COVERAGE)
    target_compile_options(ct_flags INTERFACE --coverage -O0)
    target_link_options(ct_flags INTERFACE --coverage)
endif()

# What tests are built with: ct_flags, less what Qt's own test macros trip over (from 6.5 on, QTRY_* divides
# a 64-bit count of milliseconds into an int where it is used).
add_library(ct_without_conversion INTERFACE)
target_compile_options(ct_without_conversion INTERFACE -Wno-conversion)
add_library(ct_test_flags INTERFACE)
target_link_libraries(ct_test_flags INTERFACE ct_flags)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    target_link_libraries(ct_test_flags INTERFACE ct_without_conversion)
endif()

find_program(CT_CCACHE ccache)
if(CT_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CT_CCACHE})
endif()
