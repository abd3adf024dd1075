/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-pages.h"

#include <glib/gi18n.h>

#include "app/mdg-map-page.h"
#include "app/mdg-overview-page.h"
#include "app/mdg-prefecture-page.h"
#include "app/mdg-sources-page.h"
#include "app/mdg-table-page.h"
#include "app/mdg-window.h"
#include "desk/checklists/mdg-checklists-page.h"
#include "desk/flow/mdg-desk-page.h"
#include "desk/outreach/mdg-outreach-page.h"
#include "desk/training/mdg-sessions-view.h"
#include "desk/training/mdg-training-page.h"

struct _MdgPage
{
  const char *id;
  const char *group;
  const char *title;
  const char *icon_name;
  GtkWidget *(*create) (MdgApplication *application);
};

static GtkWidget *
create_overview (MdgApplication *application)
{
  return GTK_WIDGET (mdg_overview_page_new (mdg_application_get_model (application)));
}

static GtkWidget *
create_map (MdgApplication *application)
{
  return GTK_WIDGET (mdg_map_page_new (mdg_application_get_model (application),
                                       mdg_application_get_settings (application)));
}

static GtkWidget *
create_prefecture (MdgApplication *application)
{
  return GTK_WIDGET (mdg_prefecture_page_new (mdg_application_get_model (application),
                                              mdg_application_get_settings (application)));
}

static GtkWidget *
create_table (MdgApplication *application)
{
  return GTK_WIDGET (mdg_table_page_new (mdg_application_get_model (application),
                                         mdg_application_get_settings (application)));
}

/* Stands for a page of the front desk when the guide pack in the program is damaged. */
static GtkWidget *
create_failure (const GError *error)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("The Guide Could Not Be Read"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);

  return page;
}

/* An outcome names a checklist: it is on another page. */
static void
open_checklist_cb (GtkWidget *desk_page, const char *id)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (desk_page));
  GtkWidget *page;

  g_return_if_fail (MDG_IS_WINDOW (window));

  mdg_window_show_page (MDG_WINDOW (window), "checklists");
  page = mdg_window_get_page (MDG_WINDOW (window));
  if (MDG_IS_CHECKLISTS_PAGE (page))
    mdg_checklists_page_show_checklist (MDG_CHECKLISTS_PAGE (page), id);
}

static GtkWidget *
create_desk (MdgApplication *application)
{
  g_autoptr (GError) error = NULL;
  MdgGuidePack *pack = mdg_application_get_pack (application, &error);
  GSettings *settings = mdg_application_get_settings (application);
  MdgDeskPage *page;

  if (pack == NULL)
    return create_failure (error);

  page = mdg_desk_page_new (pack, mdg_application_get_store (application));
  g_signal_connect (page, "open-checklist", G_CALLBACK (open_checklist_cb), NULL);
  g_settings_bind (settings, "desk-log", mdg_desk_page_get_case (page), "logging",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "told-pack", mdg_desk_page_get_age_banner (page), "told-pack",
                   G_SETTINGS_BIND_DEFAULT);
  mdg_walk_keeper_follow (mdg_application_get_walk_keeper (application),
                          mdg_desk_page_get_case (page));

  return GTK_WIDGET (page);
}

static GtkWidget *
create_sources (MdgApplication *application)
{
  return GTK_WIDGET (mdg_sources_page_new (mdg_application_get_model (application),
                                           mdg_application_get_store (application)));
}

static GtkWidget *
create_checklists (MdgApplication *application)
{
  g_autoptr (GError) error = NULL;
  MdgGuidePack *pack = mdg_application_get_pack (application, &error);

  if (pack == NULL)
    return create_failure (error);

  return GTK_WIDGET (mdg_checklists_page_new (pack, mdg_application_get_store (application)));
}

static GtkWidget *
create_training (MdgApplication *application)
{
  g_autoptr (GError) error = NULL;
  MdgGuidePack *pack = mdg_application_get_pack (application, &error);
  MdgStore *store = mdg_application_get_store (application);
  MdgTrainingPage *page;

  if (pack == NULL)
    return create_failure (error);

  page = mdg_training_page_new (pack, store);
  mdg_training_page_add_view (page, "sessions", "x-office-presentation-symbolic",
                              _ ("Train a Group"),
                              _ ("Show scenarios on a projector, and keep a record"),
                              GTK_WIDGET (mdg_sessions_view_new (pack, store)));

  return GTK_WIDGET (page);
}

static GtkWidget *
create_outreach (MdgApplication *application)
{
  g_autoptr (GError) error = NULL;
  MdgGuidePack *pack = mdg_application_get_pack (application, &error);

  if (pack == NULL)
    return create_failure (error);

  return GTK_WIDGET (mdg_outreach_page_new (pack));
}

/* clang-format off */
static const MdgPage pages[] = {
  { "overview", N_ ("Figures"), NC_ ("page", "Overview"), "mdg-overview-symbolic", create_overview },
  { "map", N_ ("Figures"), NC_ ("page", "Map"), "mdg-map-symbolic", create_map },
  { "prefecture", N_ ("Figures"), NC_ ("page", "Prefecture"), "mdg-prefecture-symbolic", create_prefecture },
  { "table", N_ ("Figures"), NC_ ("page", "Table"), "mdg-table-symbolic", create_table },
  { "desk", N_ ("Front Desk"), NC_ ("page", "At the Desk"), "mdg-desk-symbolic", create_desk },
  { "checklists", N_ ("Front Desk"), NC_ ("page", "Checklists"), "mdg-checklists-symbolic", create_checklists },
  { "training", N_ ("Front Desk"), NC_ ("page", "Training"), "mdg-training-symbolic", create_training },
  { "outreach", N_ ("Library"), NC_ ("page", "Outreach"), "mdg-outreach-symbolic", create_outreach },
  { "sources", N_ ("Library"), NC_ ("page", "Sources"), "mdg-sources-symbolic", create_sources },
};
/* clang-format on */

/**
 * mdg_pages_get_n:
 *
 * Returns: how many pages there are
 */
guint
mdg_pages_get_n (void)
{
  return G_N_ELEMENTS (pages);
}

/**
 * mdg_pages_get:
 * @index: less than mdg_pages_get_n()
 *
 * Returns: (transfer none): a page
 */
const MdgPage *
mdg_pages_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (pages), NULL);

  return &pages[index];
}

/**
 * mdg_pages_find:
 * @id: (nullable): the id of a page
 *
 * Returns: (transfer none) (nullable): the page, or %NULL if there is none of that id
 */
const MdgPage *
mdg_pages_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].id, id) == 0)
      return &pages[i];

  return NULL;
}

/**
 * mdg_page_get_id:
 * @self: a page
 *
 * Returns: its id, as in the action "win.show-page" and in the saved state
 */
const char *
mdg_page_get_id (const MdgPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * mdg_page_get_group:
 * @self: a page
 *
 * Returns: the heading it stands under, in the language of the screen
 */
const char *
mdg_page_get_group (const MdgPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _ (self->group);
}

/**
 * mdg_page_get_title:
 * @self: a page
 *
 * Returns: its title in the language of the screen
 */
const char *
mdg_page_get_title (const MdgPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (NULL, "page", self->title);
}

/**
 * mdg_page_get_icon_name:
 * @self: a page
 *
 * Returns: the name of its symbolic icon
 */
const char *
mdg_page_get_icon_name (const MdgPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->icon_name;
}

/**
 * mdg_page_follows_guide:
 * @self: a page
 *
 * Returns: whether it shows the guide, and has to be made anew when another pack is in use
 */
gboolean
mdg_page_follows_guide (const MdgPage *self)
{
  static const char *const ids[] = { "desk", "checklists", "training", "outreach", NULL };

  g_return_val_if_fail (self != NULL, FALSE);

  return g_strv_contains (ids, self->id);
}

/**
 * mdg_page_create:
 * @self: a page
 * @application: the application
 *
 * Returns: (transfer floating): the page's widget
 */
GtkWidget *
mdg_page_create (const MdgPage *self, MdgApplication *application)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (MDG_IS_APPLICATION (application), NULL);

  return self->create (application);
}
