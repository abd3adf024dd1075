/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-edition.h"
#include "import/read/mdg-document.h"

G_BEGIN_DECLS

MdgEdition *mdg_table_edition_new (const MdgDocument *document,
                                   const char *kind,
                                   MdgMonth month,
                                   const char *title,
                                   const char *file_name);

G_END_DECLS
