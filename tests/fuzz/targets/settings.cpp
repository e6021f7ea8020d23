// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The configuration: a line each, either a flag (--http-port=80) or a variable (CT_HTTP_PORT=80).
// What a variable that names a file has for a value is put into one.
#include "server/config/settings.h"

#include "server/config/commandline.h"
#include "server/config/loader.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/targets.h"

#include <QTemporaryFile>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace ct::fuzz {

namespace {

using namespace server::config;

/// Of what a secret is made, so that it can be recognised.
constexpr QLatin1StringView secret {"S3cretS3cretS3cret"};

bool mayHoldSecret(const QString &name)
{
    const auto &settings = allSettings();
    return std::any_of(settings.begin(), settings.end(), [&name](const Setting &setting) {
        return setting.isSecret
            && (name == setting.name || name == setting.fileVariable()
                || name == u"--"_s + flagOf(setting.name) + u"-file"_s);
    });
}

/// An input, taken apart.
class Given
{
public:
    explicit Given(QByteArrayView input)
    {
        m_environment.insert(u"HOME"_s, u"/nowhere"_s);
        for (const QByteArray &line : input.toByteArray().split('\n')) {
            const qsizetype sign = line.indexOf('=');
            const QString name = QString::fromUtf8(line.left(sign));
            const QByteArray value = sign < 0 ? QByteArray() : line.mid(sign + 1);
            m_isTold = m_isTold || (line.contains(QByteArrayView(secret)) && !mayHoldSecret(name));
            if (line.startsWith("--"))
                addFlag(name, value, sign >= 0);
            else if (sign > 0 && !name.contains(QChar(0)) && !value.contains('\0'))
                m_environment.insert(name, valueFor(name, value));
        }
    }

    const QStringList &arguments() const { return m_arguments; }
    const QProcessEnvironment &environment() const { return m_environment; }
    /// The secret stands where no secret belongs, so nobody can be expected to keep it.
    bool isTold() const { return m_isTold; }

private:
    void addFlag(const QString &name, const QByteArray &value, bool hasValue)
    {
        m_arguments.append(hasValue ? name + u'=' + valueFor(name, value) : name);
    }

    QString valueFor(const QString &name, const QByteArray &value)
    {
        if (!name.endsWith("FILE"_L1) && !name.endsWith("file"_L1))
            return QString::fromUtf8(value);
        auto file = std::make_unique<QTemporaryFile>();
        if (!file->open())
            return u"/nowhere/file"_s;
        file->write(value);
        file->close();
        m_files.push_back(std::move(file));
        return m_files.back()->fileName();
    }

    QStringList m_arguments {u"edge"_s};
    QProcessEnvironment m_environment;
    std::vector<std::unique_ptr<QTemporaryFile>> m_files;
    bool m_isTold = false;
};

void checkSentences(const QStringList &sentences, bool isTold)
{
    for (const QString &sentence : sentences) {
        check(!sentence.isEmpty(), "a sentence says something");
        check(isTold || !sentence.contains(secret), "no secret is repeated");
    }
}

/// Each value that is in force can be written down and means the same when read again.
void checkValues(const LoadedConfig &loaded, bool isTold)
{
    ServerConfig copy = loaded.config;
    for (const Setting &setting : allSettings()) {
        const QString text = setting.read(loaded.config);
        if (text.isEmpty() || setting.isSecret)
            continue;
        check(setting.write(text, copy), "a value in force has its form");
        check(setting.read(copy) == text, "a value read again stays");
    }
    for (const Assignment &one : loaded.assignments) {
        check(one.value.size() <= 201, "a shown value is short");
        check(!one.value.contains(u'\n'), "a shown value is one line");
    }
    const QString shown = effectiveConfig(loaded);
    check(shown.count(u'\n') == loaded.assignments.size(), "a line for each setting");
    check(isTold || !shown.contains(secret), "no secret is shown");
}

/// What other rooms rely on.
void checkRules(const ServerConfig &config)
{
    check(config.front.hardLimit >= config.front.message, "the hard limit is the larger one");
    check(config.session.replayTotal >= config.session.replayPerParticipant, "the total is larger");
    check(config.front.message > 0, "messages may be sent");
    check(!config.auth.apiKeyLogin || !config.auth.apiKeys.isEmpty(), "keys for a login by key");
    for (const auto &key : config.auth.apiKeys)
        check(key.key.size() >= 16 && !key.name.isEmpty(), "keys are long and have names");
    const QByteArray &prefix = config.front.pathPrefix;
    check(prefix.isEmpty() || (prefix.startsWith('/') && !prefix.endsWith('/')), "a prefix's form");
}

} // namespace

void settings(QByteArrayView input)
{
    const Given given(input);
    const LoadOutcome outcome = load(given.arguments(), given.environment());
    if (const auto *faults = std::get_if<ConfigFaults>(&outcome)) {
        check(!faults->sentences.isEmpty(), "what is refused is refused for a reason");
        checkSentences(faults->sentences, given.isTold());
        checkSentences(faults->warnings, given.isTold());
        return;
    }
    const auto *loaded = std::get_if<LoadedConfig>(&outcome);
    checkSentences(loaded->warnings, given.isTold());
    checkValues(*loaded, given.isTold());
    checkRules(loaded->config);
}

} // namespace ct::fuzz
