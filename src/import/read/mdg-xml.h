/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/read/mdg-zip.h"

G_BEGIN_DECLS

/* Elements are nested no deeper, and no element, attribute or text is longer, in any spreadsheet. */
#define MDG_XML_MAX_DEPTH 128u
#define MDG_XML_MAX_TOKEN_BYTES (1024u * 1024)

/**
 * MdgXmlHandler:
 * @start: an element begins; attributes as GMarkup gives them, to be looked up with mdg_xml_get()
 * @end: (nullable): an element ends
 * @text: (nullable): text within an element
 *
 * What is done with the elements of a member. Names are without the prefix of their namespace, since
 * programs choose those freely.
 */
typedef struct
{
  gboolean (*start) (const char *name,
                     const char **attribute_names,
                     const char **attribute_values,
                     gpointer data,
                     GError **error);
  gboolean (*end) (const char *name, gpointer data, GError **error);
  gboolean (*text) (const char *text, gsize length, gpointer data, GError **error);
} MdgXmlHandler;

gboolean mdg_xml_parse (const MdgZip *zip,
                        const char *member,
                        const MdgXmlHandler *handler,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error);
const char *mdg_xml_get (const char **attribute_names,
                         const char **attribute_values,
                         const char *name);
guint mdg_xml_get_uint (const char **attribute_names,
                        const char **attribute_values,
                        const char *name,
                        guint fallback);

G_END_DECLS
