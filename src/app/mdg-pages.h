/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mdg-application.h"

G_BEGIN_DECLS

/**
 * MdgPage:
 *
 * One page of the window, as it stands in the sidebar. All pages are in one table, in the order of
 * the sidebar and of the keys Ctrl+1 onwards; each is made when it is first shown.
 */
typedef struct _MdgPage MdgPage;

guint mdg_pages_get_n (void);
const MdgPage *mdg_pages_get (guint index);
const MdgPage *mdg_pages_find (const char *id);
const char *mdg_page_get_id (const MdgPage *self);
const char *mdg_page_get_group (const MdgPage *self);
const char *mdg_page_get_title (const MdgPage *self);
const char *mdg_page_get_icon_name (const MdgPage *self);
gboolean mdg_page_follows_guide (const MdgPage *self);
GtkWidget *mdg_page_create (const MdgPage *self, MdgApplication *application);

G_END_DECLS
