// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/tlsdirectives.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

/// A directive's name and arguments, and the line on which it begins.
struct Directive {
    QStringList words;
    qsizetype line = 0;
};

/// Cuts nginx's language into directives; blocks are none of this file's business.
class Scanner
{
public:
    explicit Scanner(const QString &text) : m_text(text) { }

    /// Until the end, or until something is wrong, which fault() says then.
    QList<Directive> scan();
    const QString &fault() const { return m_fault; }
    qsizetype line() const { return m_line; }

private:
    void takeQuoted(QChar quote);
    void takeBare();
    void addWord(const QString &word);
    void skipComment();

    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
    QString m_fault;
    Directive m_directive;
};

void Scanner::addWord(const QString &word)
{
    if (m_directive.words.isEmpty())
        m_directive.line = m_line;
    m_directive.words.append(word);
}

void Scanner::skipComment()
{
    while (m_at < m_text.size() && m_text[m_at] != u'\n')
        ++m_at;
}

void Scanner::takeQuoted(QChar quote)
{
    const qsizetype end = m_text.indexOf(quote, m_at + 1);
    const QString word = m_text.mid(m_at + 1, end - m_at - 1);
    if (end < 0 || word.contains(u'\n') || word.contains(u'\\'))
        m_fault = u"expected the closing quote on this line, and no backslash"_s;
    addWord(word);
    m_at = end + 1;
}

void Scanner::takeBare()
{
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && !m_text[m_at].isSpace() && !u";{}"_s.contains(m_text[m_at]))
        ++m_at;
    addWord(m_text.sliced(begin, m_at - begin));
}

QList<Directive> Scanner::scan()
{
    QList<Directive> all;
    while (m_at < m_text.size() && m_fault.isEmpty()) {
        const QChar c = m_text[m_at];
        if (c == u'\n')
            ++m_line;
        if (c.isSpace()) {
            ++m_at;
        } else if (c == u'#') {
            skipComment();
        } else if (c == u'{' || c == u'}') {
            m_fault = u"expected directives without a block around them"_s;
        } else if (c == u';') {
            all.append(std::exchange(m_directive, {}));
            ++m_at;
        } else if (c == u'"' || c == u'\'') {
            takeQuoted(c);
        } else {
            takeBare();
        }
    }
    if (m_fault.isEmpty() && !m_directive.words.isEmpty()) {
        m_line = m_directive.line;
        m_fault = u"the directive that begins here lacks its semicolon"_s;
    }
    return all;
}

class Reading
{
public:
    explicit Reading(QString path) : m_path(std::move(path)) { }

    void take(const Directive &directive);
    void fault(qsizetype line, const QString &what);
    FileSettings result;

private:
    void listen(const Directive &directive);
    void file(const Directive &directive, const QString &variable);
    void protocols(const Directive &directive);
    void set(const QString &variable, const QString &value, qsizetype line);
    void warn(qsizetype line, const QString &what);
    QString place(qsizetype line) const { return u"%1, line %2"_s.arg(m_path).arg(line); }

    QString m_path;
};

void Reading::fault(qsizetype line, const QString &what)
{
    result.faults.append(place(line) + u": "_s + what);
}

void Reading::warn(qsizetype line, const QString &what)
{
    result.warnings.append(place(line) + u": "_s + what);
}

void Reading::set(const QString &variable, const QString &value, qsizetype line)
{
    if (!result.values.contains(variable))
        result.values.insert(variable, {value, place(line)});
    else if (result.values.value(variable).value != value)
        warn(line, u"%1 is given before, and that counts"_s.arg(variable));
}

/// `1443 ssl`, `[::]:1443 ssl http2`, `0.0.0.0:1443 ssl default_server`
void Reading::listen(const Directive &directive)
{
    static const QRegularExpression form(u"\\A(?:(.*):)?([0-9]{1,5})\\z"_s);
    const QStringList &words = directive.words;
    const auto match = form.match(words.value(1));
    if (!match.hasMatch() || !words.contains(u"ssl"_s))
        return fault(directive.line, u"expected listen PORT ssl"_s);
    const QString address = match.captured(1);
    if (!address.isEmpty() && address != "*"_L1 && address != "0.0.0.0"_L1 && address != "[::]"_L1)
        warn(
            directive.line,
            u"the address does nothing here: CT_BIND_ADDRESS says where to listen"_s);
    set(u"CT_HTTPS_PORT"_s, match.captured(2), directive.line);
}

void Reading::file(const Directive &directive, const QString &variable)
{
    const QString path = directive.words.value(1);
    if (directive.words.size() != 2 || !path.startsWith(u'/') || path.contains(u'$'))
        return fault(
            directive.line,
            u"%1: expected the whole path of one file"_s.arg(directive.words.constFirst()));
    set(variable, path, directive.line);
}

void Reading::protocols(const Directive &directive)
{
    QStringList kept;
    for (const QString &word : directive.words.sliced(1)) {
        if (word == "TLSv1.2"_L1 || word == "TLSv1.3"_L1)
            kept.append(word);
        else if (word.startsWith("SSLv"_L1) || word == "TLSv1"_L1 || word == "TLSv1.1"_L1)
            warn(directive.line, u"%1 is broken and not offered"_s.arg(word));
        else
            return fault(directive.line, u"ssl_protocols: expected TLSv1.2, TLSv1.3 or both"_s);
    }
    if (kept.isEmpty())
        return fault(directive.line, u"ssl_protocols: expected TLSv1.2, TLSv1.3 or both"_s);
    set(u"CT_TLS_PROTOCOLS"_s, kept.join(u' '), directive.line);
}

void Reading::take(const Directive &directive)
{
    const QString name = directive.words.value(0);
    if (name == "listen"_L1)
        listen(directive);
    else if (name == "ssl_certificate"_L1)
        file(directive, u"CT_TLS_CERTIFICATE"_s);
    else if (name == "ssl_certificate_key"_L1)
        file(directive, u"CT_TLS_KEY"_s);
    else if (name == "ssl_protocols"_L1)
        protocols(directive);
    else if (!name.isEmpty())
        warn(
            directive.line,
            u"%1 does nothing here, where only listen, ssl_certificate, ssl_certificate_key and "
            "ssl_protocols count"_s.arg(name.left(64)));
}

} // namespace

FileSettings readTlsDirectives(const QString &path, const QByteArray &content)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder(content);
    if (decoder.hasError() || text.contains(QChar::Null))
        return {{}, {u"%1 is no UTF-8 text: write it anew with an editor"_s.arg(path)}, {}};
    Scanner scanner(text);
    Reading reading(path);
    for (const Directive &directive : scanner.scan())
        reading.take(directive);
    if (!scanner.fault().isEmpty())
        reading.fault(scanner.line(), scanner.fault());
    return reading.result;
}

} // namespace ct::server::config
