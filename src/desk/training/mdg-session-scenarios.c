/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-session-scenarios.h"

#include <glib/gi18n.h>

#include "guide/mdg-session-plan.h"
#include "guide/mdg-training-words.h"

#define DEFAULT_COUNT 5

struct _MdgSessionScenarios
{
  AdwBin parent_instance;

  MdgGuidePack *pack;
  MdgDay day;
  GPtrArray *cases;      /* (element-type MdgSituation): as in the row, behind "all" */
  GPtrArray *candidates; /* (element-type MdgDrill): of the level and the case */
  GPtrArray *ticked;     /* (element-type MdgDrill): in the order of ticking */
  GPtrArray *rows;       /* (element-type GtkWidget) */
  gboolean is_filling;

  AdwComboRow *level_row;
  AdwComboRow *case_row;
  AdwSwitchRow *by_hand_row;
  AdwSpinRow *count_row;
  AdwPreferencesGroup *drills_group;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgSessionScenarios, mdg_session_scenarios, ADW_TYPE_BIN)

static void
show_count (MdgSessionScenarios *self)
{
  g_autofree char *text = g_strdup_printf (
    g_dngettext (NULL, "%u scenario ticked", "%u scenarios ticked", self->ticked->len),
    self->ticked->len);

  adw_preferences_group_set_description (self->drills_group, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ticked_cb (GtkCheckButton *check, MdgSessionScenarios *self)
{
  gpointer drill = g_object_get_data (G_OBJECT (check), "drill");

  g_ptr_array_remove (self->ticked, drill);
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (self->ticked, drill);
  show_count (self);
}

static void
add_row (MdgSessionScenarios *self, MdgDrill *drill)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (self->pack, drill->situation);
  g_autofree char *title = mdg_session_plan_dup_title (drill);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", mdg_guide_text_get (&situation->title),
                                               mdg_training_get_level_label (drill->level));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_name (row, drill->id);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_ptr_array_find (self->ticked, drill, NULL));
  g_object_set_data (G_OBJECT (check), "drill", drill);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->drills_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
refresh (MdgSessionScenarios *self)
{
  gboolean by_hand = adw_switch_row_get_active (self->by_hand_row);
  guint level = adw_combo_row_get_selected (self->level_row);
  guint index = adw_combo_row_get_selected (self->case_row);
  const MdgSituation *situation =
    index > 0 && index <= self->cases->len ? g_ptr_array_index (self->cases, index - 1) : NULL;

  if (self->is_filling || self->pack == NULL)
    return;

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates =
    mdg_session_plan_list_drills (self->pack, self->day, MIN (level, MDG_N_DRILL_LEVELS),
                                  situation != NULL ? situation->id : NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->drills_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; by_hand && i < self->candidates->len; i++)
    add_row (self, g_ptr_array_index (self->candidates, i));

  gtk_widget_set_visible (GTK_WIDGET (self->drills_group), by_hand);
  gtk_widget_set_visible (GTK_WIDGET (self->count_row), !by_hand);
  gtk_adjustment_set_upper (adw_spin_row_get_adjustment (self->count_row),
                            MAX (self->candidates->len, 1));
  show_count (self);
}

static void
count_changed_cb (MdgSessionScenarios *self)
{
  if (!self->is_filling && self->pack != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill_levels (MdgSessionScenarios *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint level = 0; level <= MDG_N_DRILL_LEVELS; level++)
    gtk_string_list_append (labels, mdg_training_get_level_label (level));
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (labels));
}

/* Only cases that have a drill on the day. */
static void
fill_cases (MdgSessionScenarios *self)
{
  g_autoptr (GPtrArray) drills = mdg_session_plan_list_drills (self->pack, self->day, 0, NULL);
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (self->pack, self->day);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->cases, 0);
  gtk_string_list_append (labels, C_ ("session", "All Cases"));
  for (guint i = 0; i < situations->len; i++)
    {
      MdgSituation *situation = g_ptr_array_index (situations, i);

      for (guint j = 0; j < drills->len; j++)
        if (g_str_equal (((MdgDrill *) g_ptr_array_index (drills, j))->situation, situation->id))
          {
            g_ptr_array_add (self->cases, situation);
            gtk_string_list_append (labels, mdg_guide_text_get (&situation->title));
            break;
          }
    }
  adw_combo_row_set_model (self->case_row, G_LIST_MODEL (labels));

  for (guint i = self->ticked->len; i > 0; i--)
    if (!g_ptr_array_find (drills, g_ptr_array_index (self->ticked, i - 1), NULL))
      g_ptr_array_remove_index (self->ticked, i - 1);
}

static void
mdg_session_scenarios_dispose (GObject *object)
{
  MdgSessionScenarios *self = MDG_SESSION_SCENARIOS (object);

  self->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_SESSION_SCENARIOS);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->ticked, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_session_scenarios_parent_class)->dispose (object);
}

static void
mdg_session_scenarios_class_init (MdgSessionScenariosClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_session_scenarios_dispose;

  /**
   * MdgSessionScenarios::changed:
   * @self: the widget
   *
   * Another number of scenarios is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-session-scenarios.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgSessionScenarios, level_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionScenarios, case_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionScenarios, by_hand_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionScenarios, count_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionScenarios, drills_group);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, count_changed_cb);
}

static void
mdg_session_scenarios_init (MdgSessionScenarios *self)
{
  self->cases = g_ptr_array_new ();
  self->ticked = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_levels (self);
  adw_spin_row_set_value (self->count_row, DEFAULT_COUNT);
  self->is_filling = FALSE;
}

/**
 * mdg_session_scenarios_set_day:
 * @self: a widget
 * @pack: a guide pack
 * @day: the day of the session
 *
 * Offers what can be shown on @day. What was ticked stays so if it can.
 */
void
mdg_session_scenarios_set_day (MdgSessionScenarios *self, MdgGuidePack *pack, MdgDay day)
{
  g_return_if_fail (MDG_IS_SESSION_SCENARIOS (self));

  mdg_guide_pack_ref (pack);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  self->pack = pack;
  self->day = day;

  self->is_filling = TRUE;
  fill_cases (self);
  self->is_filling = FALSE;
  refresh (self);
}

/**
 * mdg_session_scenarios_count:
 * @self: a widget
 *
 * Returns: how many scenarios mdg_session_scenarios_pick() gives
 */
guint
mdg_session_scenarios_count (MdgSessionScenarios *self)
{
  g_return_val_if_fail (MDG_IS_SESSION_SCENARIOS (self), 0);

  if (adw_switch_row_get_active (self->by_hand_row))
    return self->ticked->len;

  return self->candidates != NULL
           ? MIN (self->candidates->len, (guint) adw_spin_row_get_value (self->count_row))
           : 0;
}

/**
 * mdg_session_scenarios_pick:
 * @self: a widget
 * @rand: a generator
 *
 * Returns: (transfer container) (element-type MdgDrill): what is chosen, in order
 */
GPtrArray *
mdg_session_scenarios_pick (MdgSessionScenarios *self, GRand *rand)
{
  g_return_val_if_fail (MDG_IS_SESSION_SCENARIOS (self), NULL);

  if (adw_switch_row_get_active (self->by_hand_row))
    return g_ptr_array_copy (self->ticked, NULL, NULL);

  return mdg_session_plan_draw (self->candidates, mdg_session_scenarios_count (self), rand);
}
