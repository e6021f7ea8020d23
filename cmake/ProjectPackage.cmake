# Debian packages by CPack, one for the server and one for the console:
#   cmake --build --preset release && cpack --config build/release/CPackConfig.cmake -B build/packages
set(CT_PACKAGE_MAINTAINER "CodeTogether edge contributors <contributors@codetogether-edge.invalid>" CACHE STRING
    "Whom a package's users turn to")
find_program(CT_GZIP gzip REQUIRED)

# ct_install_compressed(COMPONENT FOLDER FILE…): installs FILE.gz, as Debian wants manual pages and changelogs.
function(ct_install_compressed component folder)
    foreach(file IN LISTS ARGN)
        cmake_path(GET file FILENAME name)
        set(packed ${PROJECT_BINARY_DIR}/compressed/${component}/${name}.gz)
        add_custom_command(OUTPUT ${packed}
            COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/compressed/${component}
            COMMAND ${CT_GZIP} -9nc ${file} > ${packed}
            DEPENDS ${file} VERBATIM)
        string(MAKE_C_IDENTIFIER "compress_${component}_${name}" target)
        add_custom_target(${target} ALL DEPENDS ${packed})
        install(FILES ${packed} DESTINATION ${folder} COMPONENT ${component})
    endforeach()
endfunction()

# ct_describe_package(COMPONENT NAME): what every package of Debian says about itself.
function(ct_describe_package component name)
    configure_file(${PROJECT_SOURCE_DIR}/packaging/debian/changelog.in
        ${PROJECT_BINARY_DIR}/generated/${component}/changelog @ONLY)
    ct_install_compressed(${component} ${CMAKE_INSTALL_DATADIR}/doc/${name}
        ${PROJECT_BINARY_DIR}/generated/${component}/changelog)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name}
        COMPONENT ${component})
endfunction()

ct_describe_package(server codetogether-edge)
set(debian ${PROJECT_SOURCE_DIR}/packaging/debian)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/systemd/codetogether-edge.service DESTINATION lib/systemd/system
    COMPONENT server)
install(FILES ${debian}/default DESTINATION /etc/default RENAME codetogether-edge COMPONENT server)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/packaging/observability
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/codetogether-edge/examples COMPONENT server
    PATTERN "*.test.yml" EXCLUDE)
set(CPACK_COMPONENTS_ALL server)
if(CT_BUILD_CONSOLE)
    ct_describe_package(console codetogether-console)
    ct_install_compressed(console ${CMAKE_INSTALL_MANDIR}/man1
        ${PROJECT_SOURCE_DIR}/packaging/reference/codetogether-console.1)
    set(desktop ${PROJECT_SOURCE_DIR}/packaging/desktop/com.codetogether.edge.Console)
    install(FILES ${desktop}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT console)
    install(FILES ${desktop}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT console)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/codetogether-console.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT console)
    list(APPEND CPACK_COMPONENTS_ALL console)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME codetogether-edge)
set(CPACK_PACKAGE_CONTACT "${CT_PACKAGE_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME codetogether-edge)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
# Loaded while running, so no program asks for it by name.
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "libqt6sql6-sqlite, adduser, init-system-helpers (>= 1.54~)")
set(CPACK_COMPONENT_SERVER_DESCRIPTION "Server for live collaborative coding
An edge server for Open Collaboration clients: developers share a session from
their editors or a browser, end-to-end encrypted; the server relays what it
cannot read. It runs on its own, with an embedded store.")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA ${debian}/postinst ${debian}/prerm ${debian}/postrm ${debian}/conffiles)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_CONSOLE_PACKAGE_NAME codetogether-console)
set(CPACK_DEBIAN_CONSOLE_PACKAGE_SECTION admin)
# QtKeychain loads it while running.
set(CPACK_DEBIAN_CONSOLE_PACKAGE_DEPENDS "libsecret-1-0")
set(CPACK_COMPONENT_CONSOLE_DESCRIPTION "Administration of CodeTogether edge servers
A desktop program that connects to edge servers over HTTPS and administers
them: who is there, how they do, what they log.")
set(CPACK_DEBIAN_CONSOLE_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-translations-l10n, qt6-wayland")
include(CPack)
