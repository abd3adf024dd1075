/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-library.h"

G_BEGIN_DECLS

void mdg_guide_flow_choose (GtkWidget *parent, MdgGuideLibrary *library);
void mdg_guide_flow_load (GtkWidget *parent, MdgGuideLibrary *library, GFile *file);
GPtrArray *mdg_guide_flow_take_files (GtkWidget *parent,
                                      MdgGuideLibrary *library,
                                      GPtrArray *files);
void mdg_guide_flow_export (GtkWidget *parent, MdgGuideEntry *entry);
void mdg_guide_flow_remove (GtkWidget *parent, MdgGuideLibrary *library, MdgGuideEntry *entry);

G_END_DECLS
