/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-runs-overview.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/checklists/mdg-run-view.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-print.h"

/* More finished runs than these are shown when they are asked for. */
#define N_FOLDED 5

struct _MdgRunsOverview
{
  AdwBin parent_instance;

  MdgChecklistShelf *shelf; /* the page's */
  GPtrArray *rows;          /* (element-type GtkWidget) */
  GPtrArray *finished;      /* (element-type MdgRun): the latest first, the page's */
  gboolean is_unfolded;
  gboolean knows_runs;

  AdwPreferencesGroup *templates_group;
  AdwPreferencesGroup *open_group;
  AdwPreferencesGroup *finished_group;
  GtkWidget *share_row;
};

enum
{
  BEGIN,
  OPEN,
  DELETE,
  EDIT_OWN,
  SHARE,
  EXPORT_FINISHED,
  CREATE_BLANK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgRunsOverview, mdg_runs_overview, ADW_TYPE_BIN)

static void show_finished (MdgRunsOverview *self);

static void
start_clicked_cb (GtkWidget *widget, MdgRunsOverview *self)
{
  g_signal_emit (self, signals[BEGIN], 0, gtk_widget_get_name (widget));
}

static void
edit_clicked_cb (GtkWidget *widget, MdgRunsOverview *self)
{
  g_signal_emit (self, signals[EDIT_OWN], 0, gtk_widget_get_name (widget));
}

static void
run_activated_cb (GtkWidget *row, MdgRunsOverview *self)
{
  g_signal_emit (self, signals[OPEN], 0, mdg_desk_get_id (row));
}

static void
delete_clicked_cb (GtkWidget *button, MdgRunsOverview *self)
{
  g_signal_emit (self, signals[DELETE], 0, mdg_desk_get_id (button));
}

static void
new_list_cb (MdgRunsOverview *self)
{
  g_signal_emit (self, signals[EDIT_OWN], 0, "");
}

static void
share_cb (MdgRunsOverview *self)
{
  g_signal_emit (self, signals[SHARE], 0);
}

static void
export_cb (MdgRunsOverview *self)
{
  g_signal_emit (self, signals[EXPORT_FINISHED], 0);
}

static void
all_activated_cb (MdgRunsOverview *self)
{
  int focused = mdg_desk_find_focused (self->rows);

  self->is_unfolded = TRUE;
  show_finished (self);
  mdg_desk_focus_near (self->rows, focused);
}

static void
edit_action_cb (GtkWidget *widget, const char *action_name, GVariant *id)
{
  g_signal_emit (widget, signals[EDIT_OWN], 0, g_variant_get_string (id, NULL));
}

static MdgSheet *
create_blank (GtkWidget *widget, const char *id)
{
  MdgSheet *sheet = NULL;

  g_signal_emit (widget, signals[CREATE_BLANK], 0, id, &sheet);

  return sheet;
}

static void
print_action_cb (GtkWidget *widget, const char *action_name, GVariant *id)
{
  g_autoptr (MdgSheet) sheet = create_blank (widget, g_variant_get_string (id, NULL));

  if (sheet != NULL)
    mdg_print_sheet (widget, sheet);
}

static void
save_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *id;
  const char *name;
  g_autoptr (MdgSheet) sheet = NULL;
  MdgPaper paper;

  g_variant_get (parameter, "(&s&s)", &id, &name);
  sheet = create_blank (widget, id);
  if (sheet != NULL && mdg_paper_parse (name, &paper))
    mdg_print_save_pdf (widget, sheet, paper, NULL);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
add_row (MdgRunsOverview *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_object_set_data (G_OBJECT (row), "group", group);
}

static void
append_action (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* What else can be done with a checklist but to begin it. */
static GtkWidget *
create_menu_button (const MdgChecklist *checklist)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) print = g_menu_new ();
  const char *id = checklist->id;
  const char *title = mdg_guide_text_get (&checklist->title);
  g_autofree char *name = g_strdup_printf (_ ("More for “%s”"), title);

  append_action (own, mdg_own_id_is_own (id) ? _ ("_Edit…") : _ ("Our _Own Items…"),
                 "overview.edit-own", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  append_action (print, _ ("_Print Blank…"), "overview.print-blank", g_variant_new_string (id));
  append_action (print, _ ("Save Blank as PDF (A_4)…"), "overview.save-blank",
                 g_variant_new ("(ss)", id, "a4"));
  append_action (print, _ ("Save Blank as PDF (A_5)…"), "overview.save-blank",
                 g_variant_new ("(ss)", id, "a5"));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (print));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static guint
count_own (const MdgChecklist *checklist)
{
  guint n = 0;

  for (guint i = 0; i < checklist->items->len; i++)
    n += ((const MdgChecklistItem *) g_ptr_array_index (checklist->items, i))->is_own;

  return n;
}

static char *
describe_template (const MdgChecklist *checklist)
{
  guint n_items = checklist->items->len;
  guint n_own = mdg_own_id_is_own (checklist->id) ? 0 : count_own (checklist);
  g_autofree char *count =
    g_strdup_printf (g_dngettext (NULL, "%u item", "%u items", n_items), n_items);
  g_autofree char *own =
    g_strdup_printf (g_dngettext (NULL, "%u of our own", "%u of our own", n_own), n_own);

  return n_own > 0
           ? g_strdup_printf ("%s · %s · %s", mdg_guide_text_get (&checklist->line), count, own)
           : g_strdup_printf ("%s · %s", mdg_guide_text_get (&checklist->line), count);
}

static void
add_template (MdgRunsOverview *self, const MdgChecklist *checklist)
{
  g_autofree char *subtitle = describe_template (checklist);
  GtkWidget *row = new_row (mdg_guide_text_get (&checklist->title), subtitle);

  gtk_widget_set_name (row, checklist->id);
  gtk_widget_set_tooltip_text (row, _ ("Begin a Run"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (checklist->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_menu_button (checklist));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("list-add-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (start_clicked_cb), self, 0);
  add_row (self, self->templates_group, row);
}

/* A checklist of the facility's own that nobody has written an item for. */
static void
add_empty_list (MdgRunsOverview *self, const MdgOwnList *list)
{
  GtkWidget *row = new_row (list->title, _ ("No items yet; add some to begin it"));

  gtk_widget_set_name (row, list->id);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("mdg-checklists-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-edit-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_clicked_cb), self, 0);
  add_row (self, self->templates_group, row);
}

static char *
describe_run (const MdgRun *run, const MdgChecklist *checklist)
{
  g_autofree char *begun = mdg_format_time (run->started_at);
  g_autofree char *finished = mdg_format_time (run->finished_at);

  if (checklist == NULL)
    return g_strdup (_ ("This checklist is not in the guide any more"));
  if (run->finished_at != 0)
    return g_strdup_printf (_ ("Finished %s"), finished);

  return g_strdup_printf (_ ("Begun %s"), begun);
}

static void
add_run (MdgRunsOverview *self, const MdgRun *run)
{
  const MdgChecklist *checklist = mdg_checklist_shelf_find_for_run (self->shelf, run, NULL);
  const char *title =
    checklist != NULL ? mdg_guide_text_get (&checklist->title) : run->checklist_id;
  g_autofree char *subtitle = describe_run (run, checklist);
  g_autofree char *name = g_strdup_printf (_ ("Delete this run: %s, %s"), title, subtitle);
  GtkWidget *row = new_row (title, subtitle);
  GtkWidget *delete_button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  mdg_desk_set_id (row, run->id);
  if (checklist != NULL)
    {
      guint n_items = checklist->items->len;
      guint n_handled = mdg_run_view_count_handled (checklist, run);
      g_autofree char *progress = g_strdup_printf (_ ("%u of %u"), n_handled, n_items);
      GtkWidget *label = gtk_label_new (progress);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "tag");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      g_signal_connect_object (row, "activated", G_CALLBACK (run_activated_cb), self, 0);
    }
  else
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  mdg_desk_set_id (delete_button, run->id);
  gtk_widget_set_valign (delete_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (delete_button, _ ("Delete This Run"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (delete_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_add_css_class (delete_button, "flat");
  g_signal_connect_object (delete_button, "clicked", G_CALLBACK (delete_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete_button);
  add_row (self, run->finished_at != 0 ? self->finished_group : self->open_group, row);
}

static void
mdg_runs_overview_dispose (GObject *object)
{
  MdgRunsOverview *self = MDG_RUNS_OVERVIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->finished, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_RUNS_OVERVIEW);
  self->shelf = NULL;

  G_OBJECT_CLASS (mdg_runs_overview_parent_class)->dispose (object);
}

static guint
add_signal (MdgRunsOverviewClass *klass, const char *name, GType parameter)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, parameter != G_TYPE_NONE ? 1 : 0, parameter);
}

static void
mdg_runs_overview_class_init (MdgRunsOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_runs_overview_dispose;

  signals[BEGIN] = add_signal (klass, "begin", G_TYPE_STRING);
  signals[OPEN] = add_signal (klass, "open", G_TYPE_INT64);
  signals[DELETE] = add_signal (klass, "delete", G_TYPE_INT64);
  signals[EDIT_OWN] = add_signal (klass, "edit-own", G_TYPE_STRING);
  signals[SHARE] = add_signal (klass, "share", G_TYPE_NONE);
  signals[EXPORT_FINISHED] = add_signal (klass, "export-finished", G_TYPE_NONE);

  /**
   * MdgRunsOverview::create-blank:
   * @self: the overview
   * @checklist_id: the id of a checklist
   *
   * The checklist is to be printed, to be filled in by hand.
   *
   * Returns: (transfer full) (nullable): the document
   */
  signals[CREATE_BLANK] =
    g_signal_new ("create-blank", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_first_wins, NULL, NULL, MDG_TYPE_SHEET, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/checklists/mdg-runs-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgRunsOverview, templates_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRunsOverview, open_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRunsOverview, finished_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRunsOverview, share_row);
  gtk_widget_class_bind_template_callback (widget_class, new_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);

  gtk_widget_class_install_action (widget_class, "overview.edit-own", "s", edit_action_cb);
  gtk_widget_class_install_action (widget_class, "overview.print-blank", "s", print_action_cb);
  gtk_widget_class_install_action (widget_class, "overview.save-blank", "(ss)", save_action_cb);
}

static void
mdg_runs_overview_init (MdgRunsOverview *self)
{
  self->rows = g_ptr_array_new ();
  self->finished = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/* Removes the rows of @group, or all of them. */
static void
clear_rows (MdgRunsOverview *self, AdwPreferencesGroup *group)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i - 1);
      AdwPreferencesGroup *of = g_object_get_data (G_OBJECT (row), "group");

      if (group != NULL && of != group)
        continue;
      adw_preferences_group_remove (of, row);
      g_ptr_array_remove_index (self->rows, i - 1);
    }
}

static int
compare_finished (gconstpointer a, gconstpointer b)
{
  const MdgRun *run_a = *(const MdgRun *const *) a;
  const MdgRun *run_b = *(const MdgRun *const *) b;

  if (run_a->finished_at != run_b->finished_at)
    return run_a->finished_at > run_b->finished_at ? -1 : 1;

  return (run_a->id < run_b->id) - (run_a->id > run_b->id);
}

static void
show_finished (MdgRunsOverview *self)
{
  guint n_all = self->finished->len;
  guint n_shown = self->is_unfolded ? n_all : MIN (n_all, N_FOLDED);
  g_autofree char *title = g_strdup_printf (_ ("Show All (%u)"), n_all);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u run", "%u runs", n_all), n_all);

  clear_rows (self, self->finished_group);
  for (guint i = 0; i < n_shown; i++)
    add_run (self, g_ptr_array_index (self->finished, i));
  if (n_shown < n_all)
    {
      GtkWidget *row = adw_button_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      g_signal_connect_object (row, "activated", G_CALLBACK (all_activated_cb), self,
                               G_CONNECT_SWAPPED);
      add_row (self, self->finished_group, row);
    }
  adw_preferences_group_set_description (self->finished_group, count);
  gtk_widget_set_visible (GTK_WIDGET (self->finished_group), n_all > 0);
}

static gboolean
show_own (MdgRunsOverview *self)
{
  GPtrArray *own = mdg_checklist_shelf_get_own (self->shelf);
  gboolean has_items = FALSE;

  for (guint i = 0; i < own->len; i++)
    {
      const MdgOwnList *list = g_ptr_array_index (own, i);

      has_items = has_items || list->items->len > 0;
      if (list->title != NULL && list->items->len == 0)
        add_empty_list (self, list);
    }

  return has_items;
}

/**
 * mdg_runs_overview_show:
 * @self: an overview
 * @shelf: where checklists are found
 * @day: the day whose checklists can be begun
 * @runs: (nullable) (element-type MdgRun): the runs, the latest first, %NULL if not known yet; they
 *   must outlive what is shown of them
 * @hidden: the ids (gint64) of runs not to be shown
 *
 * Shows checklists and runs.
 */
void
mdg_runs_overview_show (MdgRunsOverview *self,
                        MdgChecklistShelf *shelf,
                        MdgDay day,
                        GPtrArray *runs,
                        GHashTable *hidden)
{
  g_autoptr (GPtrArray) checklists = mdg_checklist_shelf_list (shelf, day);
  gboolean has_open = FALSE;
  int focused;

  g_return_if_fail (MDG_IS_RUNS_OVERVIEW (self));

  /* Who comes before the runs are known begins with what is under way, not with what was there. */
  focused = self->knows_runs ? mdg_desk_find_focused (self->rows) : -1;
  self->knows_runs = runs != NULL;
  self->shelf = shelf;
  clear_rows (self, NULL);
  g_ptr_array_set_size (self->finished, 0);
  for (guint i = 0; i < checklists->len; i++)
    add_template (self, g_ptr_array_index (checklists, i));
  gtk_widget_set_sensitive (self->share_row, show_own (self));

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      MdgRun *run = g_ptr_array_index (runs, i);

      if (g_hash_table_contains (hidden, &run->id))
        continue;
      if (run->finished_at != 0)
        {
          g_ptr_array_add (self->finished, run);
          continue;
        }
      add_run (self, run);
      has_open = TRUE;
    }
  g_ptr_array_sort (self->finished, compare_finished);
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), has_open);
  show_finished (self);
  mdg_desk_focus_near (self->rows, focused);
}

/**
 * mdg_runs_overview_focus_run:
 * @self: an overview
 * @run_id: the id of a run
 *
 * Moves the focus to the run, if it is among those that are shown.
 */
void
mdg_runs_overview_focus_run (MdgRunsOverview *self, gint64 run_id)
{
  g_return_if_fail (MDG_IS_RUNS_OVERVIEW (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const gint64 *id = g_object_get_data (G_OBJECT (row), "run-id");

      if (id != NULL && *id == run_id)
        gtk_widget_grab_focus (row);
    }
}
