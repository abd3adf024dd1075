/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mdg-ui-fixture.h"

#include "app/mdg-import-dialog.h"

G_BEGIN_DECLS

/* A count of one row of the medical clinics, and the same with another last digit. */
#define MDG_IMPORT_ROW "秋田 46.76% 291,565"
#define MDG_IMPORT_ALTERED_ROW "秋田 46.76% 291,566"

/* A figure that no law reaches, and another value of it. */
#define MDG_IMPORT_CLAIMS "44.40％"
#define MDG_IMPORT_ALTERED_CLAIMS "44.41％"

/* What a user does to import the bundled deck, or an altered one. */
char *mdg_import_read_deck (void);
char *mdg_import_alter (const char *old, const char *new);
void mdg_import_write_file (const char *folder,
                            const char *name,
                            const char *contents,
                            gssize length);
void mdg_import_paths (MdgUiFixture *fixture, const char *first, const char *second);
void mdg_import_text (MdgUiFixture *fixture, const char *name, const char *contents, gssize length);

guint mdg_import_get_n_editions (MdgUiFixture *fixture);
void mdg_import_wait_for_editions (MdgUiFixture *fixture, guint n_editions);
AdwDialog *mdg_import_get_dialog (MdgUiFixture *fixture);
gboolean mdg_import_is_decidable (gpointer fixture);
GtkWidget *mdg_import_wait_for_preview (MdgUiFixture *fixture);
void mdg_import_wait_until_closed (MdgUiFixture *fixture);
void mdg_import_click (GtkWidget *root, const char *label);
void mdg_import_close (MdgUiFixture *fixture);
void mdg_import_undo (MdgUiFixture *fixture, guint n_editions);

G_END_DECLS
