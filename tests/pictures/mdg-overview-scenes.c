/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mdg-overview-scenes.h"

#include "mdg-scene.h"

const char *
mdg_overview_scenes_show (GtkWidget *page, guint index, GtkWindow **window)
{
  g_autofree char *name = NULL;

  if (!mdg_scene_scroll (page))
    return NULL;

  /* The page itself is the first. */
  name = g_strdup_printf ("overview-%u", index + 2);

  return g_intern_string (name);
}
