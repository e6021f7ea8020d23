// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/exportfile.h"

#include "server/config/spelling.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <optional>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

/// The word after `NAME=`, or what is wrong with it.
struct Word {
    QString value;
    QString fault;
};

Word singleQuoted(QStringView text, qsizetype &end)
{
    const qsizetype closing = text.indexOf(u'\'', 1);
    if (closing < 0)
        return {{}, u"the closing quote is missing"_s};
    end = closing + 1;
    return {text.sliced(1, closing - 1).toString(), {}};
}

const QString expansion
    = u"nothing is expanded in this file: write the value itself, or put it in single quotes"_s;

bool isExpanded(QChar letter)
{
    return letter == u'$' || letter == u'`';
}

Word doubleQuoted(QStringView text, qsizetype &end)
{
    Word word;
    for (qsizetype i = 1; i < text.size(); ++i) {
        const QChar letter = text[i];
        if (letter == u'"') {
            end = i + 1;
            return word;
        }
        if (isExpanded(letter))
            return {{}, expansion};
        const bool isEscape
            = letter == u'\\' && i + 1 < text.size() && u"\"\\$`"_s.contains(text[i + 1]);
        word.value += isEscape ? text[++i] : letter;
    }
    return {{}, u"the closing quote is missing"_s};
}

Word bare(QStringView text, qsizetype &end)
{
    Word word;
    for (end = 0; end < text.size() && !text[end].isSpace(); ++end) {
        if (isExpanded(text[end]))
            return {{}, expansion};
        if (u"\"'\\;&|<>()"_s.contains(text[end]))
            return {{}, u"put the value in straight double quotes"_s};
        word.value += text[end];
    }
    return word;
}

Word wordOf(QStringView text)
{
    qsizetype end = 0;
    Word word = text.startsWith(u'\'') ? singleQuoted(text, end)
        : text.startsWith(u'"')        ? doubleQuoted(text, end)
                                       : bare(text, end);
    if (!word.fault.isEmpty())
        return word;
    const QStringView rest = text.sliced(end);
    const bool isComment = rest.isEmpty()
        || (rest.front().isSpace()
            && (rest.trimmed().isEmpty() || rest.trimmed().startsWith(u'#')));
    if (!isComment && hasCurlyQuotes(text.toString()))
        return {text.toString(), {}};
    return isComment ? word : Word {{}, u"put the whole value in straight double quotes"_s};
}

class Reading
{
public:
    explicit Reading(QString path) : m_path(std::move(path)) { }

    void take(const QString &line, qsizetype number);
    FileSettings finish();

private:
    QString m_path;
    FileSettings m_result;
    qsizetype m_firstLeftOut = 0;
    qsizetype m_leftOut = 0;
};

void Reading::take(const QString &line, qsizetype number)
{
    static const QRegularExpression assignment(u"^(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$"_s);
    const QString text = line.trimmed();
    if (text.isEmpty() || text.startsWith(u'#'))
        return;
    const auto match = assignment.match(text);
    if (!match.hasMatch()) {
        m_firstLeftOut = m_leftOut++ == 0 ? number : m_firstLeftOut;
        return;
    }
    const QString name = match.captured(1);
    if (!isOurName(name))
        return;
    const QString place = u"%1, line %2"_s.arg(m_path).arg(number);
    const Word word = wordOf(match.capturedView(2));
    if (word.fault.isEmpty())
        m_result.values.insert(name, {word.value, place});
    else
        m_result.faults.append(u"%1 (%2): %3"_s.arg(name, place, word.fault));
}

FileSettings Reading::finish()
{
    if (m_leftOut > 0)
        m_result.warnings.append(
            u"%1, line %2%3 is no assignment and is left out: nothing in this file is executed"_s
                .arg(
                    m_path,
                    QString::number(m_firstLeftOut),
                    m_leftOut == 1 ? QString() : u" (and %1 more)"_s.arg(m_leftOut - 1)));
    return m_result;
}

} // namespace

FileSettings readExportFile(const QString &path, const QByteArray &content)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder(content);
    if (decoder.hasError() || text.contains(QChar::Null))
        return {{}, {u"%1 is no UTF-8 text: write it anew with an editor"_s.arg(path)}, {}};
    Reading reading(path);
    qsizetype number = 0;
    for (const QString &line : text.split(u'\n'))
        reading.take(line, ++number);
    return reading.finish();
}

} // namespace ct::server::config
