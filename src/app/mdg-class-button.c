/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-class-button.h"

#include <glib/gi18n.h>

#include "app/mdg-class-settings.h"
#include "core/mdg-format.h"

struct _MdgClassButton
{
  AdwBin parent_instance;

  GSettings *settings;
  MdgMapScene *scene;
  MdgUnit unit;
  gboolean is_updating; /* the rows are told, and do not tell */

  AdwPreferencesGroup *method_group;
  AdwComboRow *method_row;
  AdwSpinRow *count_row;
  AdwEntryRow *breaks_row;
  GtkLabel *error_label;
  AdwSwitchRow *months_row;
  AdwSwitchRow *types_row;
  GtkWidget *goodness_box;
  GtkLabel *goodness_label;
  GtkWidget *reset_button;
};

enum
{
  PROP_0,
  PROP_SCENE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgClassButton, mdg_class_button, ADW_TYPE_BIN)

static void
show_error (MdgClassButton *self, const char *message)
{
  GtkWidget *row = GTK_WIDGET (self->breaks_row);

  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
    message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_breaks (MdgClassButton *self, const MdgClassBreaks *breaks)
{
  g_autofree char *text = mdg_class_breaks_to_string (breaks);
  g_autofree char *title = NULL;

  /* Translators: the unit of figures, such as "%". */
  title = g_strdup_printf (_ ("Bounds in %s"), mdg_unit_get_label (self->unit));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->breaks_row), title);

  /* What somebody is about to write stays. */
  if (!gtk_widget_is_visible (GTK_WIDGET (self->error_label)))
    gtk_editable_set_text (GTK_EDITABLE (self->breaks_row), text);
}

static void
show_goodness (MdgClassButton *self)
{
  MdgDecimal goodness;
  gboolean known = self->scene != NULL && mdg_map_scene_get_goodness (self->scene, &goodness);

  gtk_widget_set_visible (self->goodness_box, known);
  if (known)
    {
      g_autofree char *number = mdg_format_decimal (goodness, FALSE);
      /* Translators: a number from 0 to 1. */
      g_autofree char *text = g_strdup_printf (_ ("Goodness of variance fit: %s"), number);

      gtk_label_set_label (self->goodness_label, text);
    }
}

static void
update_rows (MdgClassButton *self)
{
  MdgClassOptions options;
  const MdgClassOptions initial = MDG_CLASS_OPTIONS_INIT;
  gboolean has_breaks;

  if (self->settings == NULL)
    return;

  self->is_updating = TRUE;
  mdg_class_settings_load (self->settings, &options);
  has_breaks = options.method == MDG_CLASS_METHOD_USER_BREAKS;
  adw_combo_row_set_selected (self->method_row, options.method);
  adw_preferences_group_set_description (self->method_group,
                                         mdg_class_method_get_description (options.method));
  adw_spin_row_set_value (self->count_row, options.n_classes);
  /* As many classes as there are bounds, and one. */
  gtk_widget_set_visible (GTK_WIDGET (self->count_row), !has_breaks);
  gtk_widget_set_visible (GTK_WIDGET (self->breaks_row), has_breaks);
  if (!has_breaks)
    show_error (self, NULL);
  show_breaks (self, &options.breaks[self->unit]);
  adw_switch_row_set_active (self->months_row, options.pool & MDG_CLASS_POOL_MONTHS);
  adw_switch_row_set_active (self->types_row, options.pool & MDG_CLASS_POOL_FACILITY_TYPES);
  gtk_widget_set_sensitive (self->reset_button, options.method != initial.method ||
                                                  options.n_classes != initial.n_classes ||
                                                  options.pool != initial.pool);
  show_goodness (self);
  self->is_updating = FALSE;
}

/* Who chooses bounds starts from those that are seen. */
static void
suggest_breaks (MdgClassButton *self)
{
  MdgClassOptions options;
  MdgClassBreaks breaks;

  mdg_class_settings_load (self->settings, &options);
  if (options.breaks[self->unit].n == 0 && self->scene != NULL &&
      mdg_map_scene_get_breaks (self->scene, &breaks))
    mdg_class_settings_set_breaks (self->settings, self->unit, &breaks);
}

static void
method_selected_cb (MdgClassButton *self)
{
  guint method = adw_combo_row_get_selected (self->method_row);

  if (self->is_updating || self->settings == NULL || method >= MDG_N_CLASS_METHODS)
    return;

  if (method == MDG_CLASS_METHOD_USER_BREAKS)
    suggest_breaks (self);
  g_settings_set_enum (self->settings, "class-method", (int) method);
}

static void
count_changed_cb (MdgClassButton *self)
{
  int count = (int) adw_spin_row_get_value (self->count_row);

  if (!self->is_updating && self->settings != NULL)
    g_settings_set_int (self->settings, "class-count",
                        CLAMP (count, MDG_MIN_CLASSES, MDG_MAX_CLASSES));
}

static void
pool_changed_cb (MdgClassButton *self)
{
  guint pool = 0;

  if (self->is_updating || self->settings == NULL)
    return;

  if (adw_switch_row_get_active (self->months_row))
    pool |= MDG_CLASS_POOL_MONTHS;
  if (adw_switch_row_get_active (self->types_row))
    pool |= MDG_CLASS_POOL_FACILITY_TYPES;
  g_settings_set_flags (self->settings, "class-pool", pool);
}

/* A fault is told while it is written, in its place; the map waits for what is no fault. */
static void
breaks_changed_cb (MdgClassButton *self)
{
  g_autoptr (GError) error = NULL;
  MdgClassBreaks breaks;

  if (self->is_updating)
    return;

  if (mdg_class_breaks_parse (gtk_editable_get_text (GTK_EDITABLE (self->breaks_row)), &breaks,
                              &error))
    show_error (self, NULL);
  else
    show_error (self, error->message);
}

static void
breaks_applied_cb (MdgClassButton *self)
{
  g_autoptr (GError) error = NULL;
  MdgClassBreaks breaks;

  if (self->settings == NULL)
    return;

  if (mdg_class_breaks_parse (gtk_editable_get_text (GTK_EDITABLE (self->breaks_row)), &breaks,
                              &error))
    {
      show_error (self, NULL);
      mdg_class_settings_set_breaks (self->settings, self->unit, &breaks);
      return;
    }

  show_error (self, error->message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->breaks_row), error->message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
reset_cb (MdgClassButton *self)
{
  if (self->settings == NULL)
    return;

  show_error (self, NULL);
  mdg_class_settings_reset (self->settings);
}

static void
mdg_class_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgClassButton *self = MDG_CLASS_BUTTON (object);

  switch (prop_id)
    {
    case PROP_SCENE:
      g_value_set_boxed (value, self->scene);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_class_button_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  MdgClassButton *self = MDG_CLASS_BUTTON (object);

  switch (prop_id)
    {
    case PROP_SCENE:
      mdg_class_button_set_scene (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_class_button_dispose (GObject *object)
{
  MdgClassButton *self = MDG_CLASS_BUTTON (object);

  /* The rows are emptied next, which is no choice of the user's. */
  g_clear_object (&self->settings);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_CLASS_BUTTON);

  G_OBJECT_CLASS (mdg_class_button_parent_class)->dispose (object);
}

static void
mdg_class_button_class_init (MdgClassButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mdg_class_button_get_property;
  object_class->set_property = mdg_class_button_set_property;
  object_class->dispose = mdg_class_button_dispose;

  properties[PROP_SCENE] =
    g_param_spec_boxed ("scene", NULL, NULL, MDG_TYPE_MAP_SCENE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-class-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, method_group);
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, method_row);
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, count_row);
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, breaks_row);
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, error_label);
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, months_row);
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, types_row);
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, goodness_box);
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, goodness_label);
  gtk_widget_class_bind_template_child (widget_class, MdgClassButton, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, method_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pool_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, breaks_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, breaks_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
mdg_class_button_init (MdgClassButton *self)
{
  g_autoptr (GtkStringList) methods = NULL;

  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  methods = mdg_class_settings_list_methods ();
  adw_combo_row_set_model (self->method_row, G_LIST_MODEL (methods));
  self->is_updating = FALSE;
}

/**
 * mdg_class_button_set_settings:
 * @self: a button
 * @settings: where what is chosen is kept
 */
void
mdg_class_button_set_settings (MdgClassButton *self, GSettings *settings)
{
  g_return_if_fail (MDG_IS_CLASS_BUTTON (self));
  g_return_if_fail (G_IS_SETTINGS (settings) && self->settings == NULL);

  self->settings = g_object_ref (settings);
  mdg_class_settings_connect (settings, G_CALLBACK (update_rows), self);
  update_rows (self);
}

/**
 * mdg_class_button_set_scene:
 * @self: a button
 * @scene: (nullable): the map that is seen
 *
 * Tells of the classes of @scene, and takes bounds in its unit.
 */
void
mdg_class_button_set_scene (MdgClassButton *self, MdgMapScene *scene)
{
  MdgUnit unit;

  g_return_if_fail (MDG_IS_CLASS_BUTTON (self));

  if (self->scene == scene)
    return;

  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  self->scene = scene != NULL ? mdg_map_scene_ref (scene) : NULL;
  unit =
    scene != NULL ? mdg_measure_get_unit (mdg_map_scene_get_scope (scene)->measure) : self->unit;
  /* What was wrong in another unit is gone with it. */
  if (unit != self->unit)
    show_error (self, NULL);
  self->unit = unit;
  update_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
}
