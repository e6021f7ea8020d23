# Libraries whose CMake files differ between Debian 12 and 13, each as one ct_ext:: target.
find_package(PkgConfig REQUIRED)
pkg_check_modules(CJOSE REQUIRED IMPORTED_TARGET cjose)
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson)
add_library(ct_ext_jose INTERFACE)
target_link_libraries(ct_ext_jose INTERFACE PkgConfig::CJOSE PkgConfig::JANSSON)
add_library(ct_ext::jose ALIAS ct_ext_jose)

pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
add_library(ct_ext_sodium INTERFACE)
target_link_libraries(ct_ext_sodium INTERFACE PkgConfig::SODIUM)
add_library(ct_ext::sodium ALIAS ct_ext_sodium)

pkg_check_modules(ARCHIVE REQUIRED IMPORTED_TARGET libarchive)
add_library(ct_ext_archive INTERFACE)
target_link_libraries(ct_ext_archive INTERFACE PkgConfig::ARCHIVE)
add_library(ct_ext::archive ALIAS ct_ext_archive)

pkg_check_modules(SYSTEMD REQUIRED IMPORTED_TARGET libsystemd)
add_library(ct_ext_systemd INTERFACE)
target_link_libraries(ct_ext_systemd INTERFACE PkgConfig::SYSTEMD)
add_library(ct_ext::systemd ALIAS ct_ext_systemd)

# The package is called msgpack on Debian 12 and msgpack-cxx on 13, so only the header is looked for.
find_path(MSGPACK_INCLUDE msgpack.hpp REQUIRED)
add_library(ct_ext_msgpack INTERFACE)
target_include_directories(ct_ext_msgpack SYSTEM INTERFACE ${MSGPACK_INCLUDE})
target_compile_definitions(ct_ext_msgpack INTERFACE MSGPACK_NO_BOOST)
add_library(ct_ext::msgpack ALIAS ct_ext_msgpack)

# Boost.Beast and what it needs are headers only.
find_path(BEAST_INCLUDE boost/beast/http/basic_parser.hpp REQUIRED)
add_library(ct_ext_beast INTERFACE)
target_include_directories(ct_ext_beast SYSTEM INTERFACE ${BEAST_INCLUDE})
add_library(ct_ext::beast ALIAS ct_ext_beast)

# Only the core: the package's "pull" library would bring a web server of its own.
pkg_check_modules(PROMETHEUS REQUIRED IMPORTED_TARGET prometheus-cpp-core)
add_library(ct_ext_prometheus INTERFACE)
target_link_libraries(ct_ext_prometheus INTERFACE PkgConfig::PROMETHEUS)
add_library(ct_ext::prometheus ALIAS ct_ext_prometheus)

# Headers only.
find_path(JSON_INCLUDE nlohmann/json.hpp REQUIRED)
add_library(ct_ext_json INTERFACE)
target_include_directories(ct_ext_json SYSTEM INTERFACE ${JSON_INCLUDE})
add_library(ct_ext::json ALIAS ct_ext_json)
