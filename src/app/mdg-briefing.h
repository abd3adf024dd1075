/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "profile/mdg-profile.h"

G_BEGIN_DECLS

/* The briefing on a prefecture, as the command line writes it, from the window. */

gboolean mdg_briefing_is_possible (MdgProfile *profile, const char **reason);
void mdg_briefing_print (GtkWidget *parent, MdgProfile *profile);
void mdg_briefing_save_pdf (GtkWidget *parent, MdgProfile *profile);
void mdg_briefing_save_pdf_to (GtkWidget *parent, MdgProfile *profile, GFile *file);
void mdg_briefing_copy (GtkWidget *parent, MdgProfile *profile);

G_END_DECLS
