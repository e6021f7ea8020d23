// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/clientsroutes.h"

#include "server/application/answers.h"
#include "server/application/conditions.h"
#include "server/application/pageassets.h"
#include "server/clients/eclipsesite.h"
#include "server/http/backendfields.h"
#include "server/http/responsewriter.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

using clients::Catalog;
using clients::OfferedFile;
using CatalogPtr = std::shared_ptr<const Catalog>;
using WithCatalog
    = std::function<void(const Catalog &, const compat::Call &, const compat::ReplyPtr &)>;

struct Asset {
    const char *name;
    const char *type;
};

constexpr std::array assets {
    Asset {"clients.css", "text/css; charset=utf-8"},
    Asset {"clients.js", "text/javascript; charset=utf-8"},
    Asset {"texts.js", "text/javascript; charset=utf-8"},
};

QByteArray typeOf(const QString &path)
{
    static const QHash<QString, QByteArray> types {
        {u"zip"_s, "application/zip"},
        {u"vsix"_s, "application/vsix"},
        {u"jar"_s, "application/java-archive"},
        {u"xml"_s, "application/xml"}};
    return types.value(path.section(u'.', -1), "application/octet-stream");
}

/// Packages come from others: a browser is to save them and run nothing that is in them.
compat::Reply::Headers fileHeaders(const OfferedFile &file)
{
    const QByteArray name = file.path.section(u'/', -1).toLatin1();
    return {
        {"Content-Type", typeOf(file.path)},
        {"Content-Disposition", "attachment; filename=\"" + name + '"'},
        {"Content-Security-Policy", "default-src 'none'; sandbox"},
        {"X-Content-Type-Options", "nosniff"},
        {"Cache-Control", "no-cache"},
        {"ETag", '"' + file.sha256 + '"'},
        {"Last-Modified", http::httpDate(file.changed)},
    };
}

/// The routes below /clients, as long as there is such an area.
class ClientsRoutes
{
public:
    ClientsRoutes(compat::HttpServer &server, const ClientsServices &services, Receipts &receipts)
        : m_server(server),
          m_services(services),
          m_receipts(receipts)
    { }

    void addAll() const
    {
        addPage();
        add(u"/clients/packages.json"_s,
            [](const Catalog &catalog, const compat::Call &, const compat::ReplyPtr &reply) {
                reply->send(
                    200,
                    {{"Content-Type", "application/json; charset=utf-8"},
                     {"X-Content-Type-Options", "nosniff"},
                     {"Cache-Control", "no-store"}},
                    catalog.list);
            });
        add(u"/clients/intellij/updatePlugins.xml"_s,
            [](const Catalog &catalog, const compat::Call &, const compat::ReplyPtr &reply) {
                reply->send(
                    200,
                    {{"Content-Type", "application/xml; charset=utf-8"},
                     {"X-Content-Type-Options", "nosniff"},
                     {"Cache-Control", "no-cache"}},
                    catalog.pluginFeed);
            });
        addFiles(u"vscode/"_s, u"<arg>"_s);
        addFiles(u"intellij/"_s, u"<arg>"_s);
        QString below = u"<arg>"_s;
        for (int depth = 0; depth <= clients::eclipseDepth; ++depth) {
            addFiles(u"eclipse/"_s, below);
            below += u"/<arg>"_s;
        }
    }

private:
    void add(const QString &path, const WithCatalog &handle) const
    {
        m_server.route(
            compat::Method::Get,
            path,
            [catalogOf = m_services.catalog,
             handle](const compat::Call &call, const compat::ReplyPtr &reply) {
                const CatalogPtr catalog = catalogOf();
                if (!catalog)
                    return answerText(*reply, 404, "Not found");
                handle(*catalog, call, reply);
            });
    }

    void addAsset(const QString &path, const QByteArray &type, const QString &resource) const
    {
        add(path,
            [headers = pageHeaders(type), body = pageResource(resource)](
                const Catalog &, const compat::Call &, const compat::ReplyPtr &reply) {
                reply->send(200, headers, body);
            });
    }

    void addPage() const
    {
        addAsset(u"/clients"_s, "text/html; charset=utf-8", u"clients/clients.html"_s);
        for (const Asset &asset : assets) {
            const QString name = u"clients/"_s + QString::fromLatin1(asset.name);
            addAsset(u'/' + name, asset.type, name);
        }
        // Who opens the update site in a browser is looking for the page.
        addWay(u"/clients/"_s, "../clients");
        addWay(u"/clients/eclipse"_s, "../clients");
        addWay(u"/clients/eclipse/"_s, "../../clients");
    }

    void addWay(const QString &path, const QByteArray &to) const
    {
        add(path, [to](const Catalog &, const compat::Call &, const compat::ReplyPtr &reply) {
            reply->send(303, {{"Location", to}, {"Cache-Control", "no-store"}}, {});
        });
    }

    void addFiles(const QString &folder, const QString &below) const
    {
        add(u"/clients/"_s + folder + below,
            [folder, downloaded = m_services.downloaded, &receipts = m_receipts](
                const Catalog &catalog, const compat::Call &call, const compat::ReplyPtr &reply) {
                const QString path = folder + call.argument;
                if (const QString to = catalog.moved.value(path); !to.isEmpty())
                    return reply->send(
                        302, {{"Location", to.toLatin1()}, {"Cache-Control", "no-cache"}}, {});
                const auto file = catalog.files.constFind(path);
                if (file == catalog.files.constEnd())
                    return answerText(*reply, 404, "Not found");
                send(*file, call, *reply, receipts, downloaded);
            });
    }

    static void send(
        const OfferedFile &file,
        const compat::Call &call,
        compat::Reply &reply,
        Receipts &receipts,
        const decltype(ClientsServices::downloaded) &downloaded)
    {
        compat::Reply::Headers headers = fileHeaders(file);
        const QByteArray entityTag = '"' + file.sha256 + '"';
        if (isUnchanged(call, entityTag, file.changed))
            return reply.send(304, headers, {});
        headers.append({http::backend::sendFile.toByteArray(), file.stored.toUtf8()});
        if (file.counts) {
            const QString address = QString::fromLatin1(call.header(http::backend::clientAddress));
            const QByteArray receipt = receipts.expect(
                [downloaded, ide = *file.counts, path = file.path, address](bool isWhole) {
                    if (isWhole)
                        downloaded(ide, path, address);
                });
            headers.append({http::backend::receipt.toByteArray(), receipt});
        }
        reply.send(200, headers, {});
    }

    compat::HttpServer &m_server;
    const ClientsServices &m_services;
    Receipts &m_receipts;
};

} // namespace

void addClientsRoutes(
    compat::HttpServer &server, const ClientsServices &services, Receipts &receipts)
{
    ClientsRoutes(server, services, receipts).addAll();
}

} // namespace ct::server::application
