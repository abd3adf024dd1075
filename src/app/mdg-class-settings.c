/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mdg-class-settings.h"

const char *const mdg_class_settings_keys[MDG_CLASS_SETTINGS_N_KEYS] = {
  "class-method",
  "class-count",
  "class-pool",
  "class-breaks",
};

/**
 * mdg_class_settings_load:
 * @settings: the settings
 * @options: (out caller-allocates): how the map divides values
 *
 * Reads what is kept. Bounds that are none, as somebody wrote them into the settings by other means,
 * are as good as none at all.
 */
void
mdg_class_settings_load (GSettings *settings, MdgClassOptions *options)
{
  g_autoptr (GVariant) breaks = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (options != NULL);

  /* The values of the schema's enumeration and flags are those of the types. */
  *options = (MdgClassOptions) {
    .method = (MdgClassMethod) g_settings_get_enum (settings, "class-method"),
    .n_classes = (guint) g_settings_get_int (settings, "class-count"),
    .pool = (MdgClassPool) g_settings_get_flags (settings, "class-pool"),
  };
  breaks = g_settings_get_value (settings, "class-breaks");
  for (guint unit = 0; unit < MDG_N_UNITS; unit++)
    {
      const char *text;

      if (g_variant_lookup (breaks, mdg_unit_get_id (unit), "&s", &text))
        mdg_class_breaks_parse (text, &options->breaks[unit], NULL);
    }
}

/**
 * mdg_class_settings_set_breaks:
 * @settings: the settings
 * @unit: a unit
 * @breaks: (nullable): the bounds for it, or %NULL for none
 *
 * Keeps the bounds that somebody chose for all measures of a unit.
 */
void
mdg_class_settings_set_breaks (GSettings *settings, MdgUnit unit, const MdgClassBreaks *breaks)
{
  g_autoptr (GVariant) before = NULL;
  g_autofree char *text = breaks != NULL ? mdg_class_breaks_to_string (breaks) : NULL;
  GVariantBuilder builder;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (unit < MDG_N_UNITS);

  before = g_settings_get_value (settings, "class-breaks");
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < MDG_N_UNITS; i++)
    {
      const char *kept;

      if (i == unit && text != NULL)
        g_variant_builder_add (&builder, "{ss}", mdg_unit_get_id (i), text);
      else if (i != unit && g_variant_lookup (before, mdg_unit_get_id (i), "&s", &kept))
        g_variant_builder_add (&builder, "{ss}", mdg_unit_get_id (i), kept);
    }
  g_settings_set_value (settings, "class-breaks", g_variant_builder_end (&builder));
}

/**
 * mdg_class_settings_list_methods:
 *
 * Returns: (transfer full): the names of all methods, in the order of their values
 */
GtkStringList *
mdg_class_settings_list_methods (void)
{
  GtkStringList *methods = gtk_string_list_new (NULL);

  for (MdgClassMethod method = 0; method < MDG_N_CLASS_METHODS; method++)
    gtk_string_list_append (methods, mdg_class_method_get_label (method));

  return methods;
}

/**
 * mdg_class_settings_reset:
 * @settings: the settings
 *
 * Divides values as at the first start. The bounds that somebody chose are kept for the next time.
 */
void
mdg_class_settings_reset (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_reset (settings, "class-method");
  g_settings_reset (settings, "class-count");
  g_settings_reset (settings, "class-pool");
}

/**
 * mdg_class_settings_connect:
 * @settings: the settings
 * @callback: what to call when something of it changes, swapped
 * @object: with what; the connection ends with it
 */
void
mdg_class_settings_connect (GSettings *settings, GCallback callback, gpointer object)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  for (guint i = 0; i < MDG_CLASS_SETTINGS_N_KEYS; i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", mdg_class_settings_keys[i], NULL);

      g_signal_connect_object (settings, signal, callback, object, G_CONNECT_SWAPPED);
    }
}
