// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"
#include "server/config/values.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using clients::ClientsConfig;

constexpr qsizetype keySize = 32;
constexpr qint64 hour = 3'600;
constexpr QByteArray::Base64Options keyForm
    = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

constexpr auto switches = std::to_array<Row<ClientsConfig, bool>>({
    {"CT_NOCLIENTS", &ClientsConfig::isOff, "Offers no client packages: there is no /clients"},
});
constexpr auto times = std::to_array<Row<ClientsConfig, std::chrono::seconds>>({
    {"CT_CLIENTS_INTERVAL",
     &ClientsConfig::interval,
     "How often the client packages' folder is looked at",
     1,
     hour},
});
constexpr auto counts = std::to_array<Row<ClientsConfig, int>>({
    {"CT_CLIENTS_FILES", &ClientsConfig::files, "Client files that are offered", 1, 100'000},
    {"CT_CLIENTS_ZIP_ENTRIES",
     &ClientsConfig::zipEntries,
     "Files in a client package",
     10,
     1'000'000},
    {"CT_CLIENTS_ZIP_RATIO",
     &ClientsConfig::zipRatio,
     "How many times as big a client package may be when unpacked",
     2,
     1'000},
});
constexpr auto sizes = std::to_array<Row<ClientsConfig, qint64>>({
    {"CT_CLIENTS_FILE_SIZE", &ClientsConfig::fileSize, "Size of a client file", 1 << 20, 4LL << 30},
    {"CT_CLIENTS_RESERVE",
     &ClientsConfig::reserve,
     "What uploads of client packages leave free on the disk",
     0,
     1LL << 40},
    {"CT_CLIENTS_ZIP_SIZE",
     &ClientsConfig::zipUnpacked,
     "Size of a client package when unpacked",
     1 << 20,
     64LL << 30},
});

std::optional<QByteArray> publicKey(const QString &text)
{
    const auto key = QByteArray::fromBase64Encoding(
        text.toUtf8(), keyForm | QByteArray::AbortOnBase64DecodingErrors);
    if (!key || (*key).size() != keySize)
        return {};
    return *key;
}

QString publicKeyText(const QByteArray &key)
{
    return QString::fromLatin1(key.toBase64(keyForm));
}

QList<Setting> sourceSettings()
{
    return {
        special(
            {u"CT_CLIENTS_DIR"_s,
             u"Packages for IDEs, in vscode, intellij and eclipse; by default \"clients\" in the "
             "state folder"_s,
             u"a folder"_s},
            [](auto &config) -> auto & { return config.clients.folder; },
            filePath,
            itself),
        special(
            {u"CT_CLIENTS_KEY"_s,
             u"Serves only client files that the folder's SHA256SUMS names, signed with this key "
             "(SHA256SUMS.sig); without it all"_s,
             u"an Ed25519 public key, 32 bytes in base64 for URLs"_s},
            [](auto &config) -> auto & { return config.clients.manifestKey; },
            publicKey,
            publicKeyText),
    };
}

} // namespace

QList<Setting> clientsSettings()
{
    return reloadable(
        settingsOf(&ServerConfig::clients, switches) + sourceSettings()
        + settingsOf(&ServerConfig::clients, times) + settingsOf(&ServerConfig::clients, counts)
        + settingsOf(&ServerConfig::clients, sizes));
}

} // namespace ct::server::config
