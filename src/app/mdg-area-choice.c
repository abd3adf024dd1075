/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-area-choice.h"

#include <adwaita.h>

struct _MdgAreaChoice
{
  GObject parent_instance;

  MdgArea area;
  char *label;
};

enum
{
  PROP_0,
  PROP_AREA,
  PROP_LABEL,
  PROP_HINT,
  PROP_SEARCH_KEY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgAreaChoice, mdg_area_choice, G_TYPE_OBJECT)

static const char *
get_hint (MdgAreaChoice *self)
{
  if (!mdg_area_is_prefecture (self->area))
    return NULL;

  return mdg_language_get () == MDG_LANGUAGE_JAPANESE ? mdg_area_get_kana (self->area)
                                                      : mdg_area_get_name (self->area);
}

static void
mdg_area_choice_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgAreaChoice *self = MDG_AREA_CHOICE (object);

  switch (property_id)
    {
    case PROP_AREA:
      g_value_set_uint (value, self->area);
      break;

    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_HINT:
      g_value_set_string (value, get_hint (self));
      break;

    case PROP_SEARCH_KEY:
      if (mdg_area_is_prefecture (self->area))
        g_value_take_string (value, g_strjoin (" ", mdg_area_get_name (self->area),
                                               mdg_area_get_kana (self->area),
                                               mdg_area_get_romaji (self->area), NULL));
      else
        g_value_set_string (value, self->label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_area_choice_finalize (GObject *object)
{
  MdgAreaChoice *self = MDG_AREA_CHOICE (object);

  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (mdg_area_choice_parent_class)->finalize (object);
}

static void
mdg_area_choice_class_init (MdgAreaChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mdg_area_choice_get_property;
  object_class->finalize = mdg_area_choice_finalize;

  properties[PROP_AREA] =
    g_param_spec_uint ("area", NULL, NULL, 0, MDG_AREA_NONE, MDG_AREA_NONE, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_SEARCH_KEY] = g_param_spec_string ("search-key", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mdg_area_choice_init (MdgAreaChoice *self)
{
  self->area = MDG_AREA_NONE;
}

static void
add_choice (GListStore *store, MdgArea area, const char *label)
{
  g_autoptr (MdgAreaChoice) choice = g_object_new (MDG_TYPE_AREA_CHOICE, NULL);

  choice->area = area;
  choice->label = g_strdup (label);
  g_list_store_append (store, choice);
}

static void
update_check (GtkListItem *item, GtkWidget *check)
{
  GtkWidget *chooser = g_object_get_data (G_OBJECT (check), "chooser");
  g_autoptr (GObject) selected = NULL;

  g_object_get (chooser, "selected-item", &selected, NULL);
  gtk_widget_set_opacity (check, selected == gtk_list_item_get_item (item) ? 1 : 0);
}

static void
selected_cb (GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  if (box != NULL && gtk_list_item_get_item (item) != NULL)
    update_check (item, gtk_widget_get_last_child (box));
}

static void
set_up_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkWidget *chooser)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *hint = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 1);
  gtk_widget_add_css_class (hint, "dimmed");
  gtk_widget_add_css_class (hint, "caption");
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_object_set_data (G_OBJECT (check), "chooser", chooser);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
  g_signal_connect_object (chooser, "notify::selected-item", G_CALLBACK (selected_cb), item,
                           G_CONNECT_SWAPPED);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkWidget *chooser)
{
  MdgAreaChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *hint = gtk_widget_get_next_sibling (label);

  gtk_label_set_label (GTK_LABEL (label), choice->label);
  gtk_label_set_label (GTK_LABEL (hint), get_hint (choice));
  update_check (item, gtk_widget_get_last_child (gtk_list_item_get_child (item)));
}

static void
set_up_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  MdgAreaChoice *choice = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), choice->label);
}

/**
 * mdg_area_choice_get_area:
 * @self: a #MdgAreaChoice
 *
 * Returns: the area, %MDG_AREA_NONE for none in particular
 */
MdgArea
mdg_area_choice_get_area (MdgAreaChoice *self)
{
  g_return_val_if_fail (MDG_IS_AREA_CHOICE (self), MDG_AREA_NONE);

  return self->area;
}

/**
 * mdg_area_choice_list_new:
 * @none_label: (nullable): what the first choice says, which stands for none in particular; %NULL
 *   for no such choice
 *
 * Returns: (transfer full): the 47 prefectures from north to south
 */
GListModel *
mdg_area_choice_list_new (const char *none_label)
{
  GListStore *store = g_list_store_new (MDG_TYPE_AREA_CHOICE);

  if (none_label != NULL)
    add_choice (store, MDG_AREA_NONE, none_label);
  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    add_choice (store, area, mdg_area_get_label (area, mdg_language_get ()));

  return G_LIST_MODEL (store);
}

/**
 * mdg_area_choice_set_up:
 * @chooser: a #GtkDropDown or an #AdwComboRow
 * @none_label: (nullable): as for mdg_area_choice_list_new()
 *
 * Lets the user choose a prefecture in @chooser, and find it by what is typed.
 */
void
mdg_area_choice_set_up (GtkWidget *chooser, const char *none_label)
{
  g_autoptr (GListModel) list = mdg_area_choice_list_new (none_label);
  g_autoptr (GtkExpression) expression =
    gtk_property_expression_new (MDG_TYPE_AREA_CHOICE, NULL, "search-key");
  g_autoptr (GtkListItemFactory) button_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list_factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (chooser) || ADW_IS_COMBO_ROW (chooser));

  g_signal_connect (button_factory, "setup", G_CALLBACK (set_up_button_cb), NULL);
  g_signal_connect (button_factory, "bind", G_CALLBACK (bind_button_cb), NULL);
  g_signal_connect (list_factory, "setup", G_CALLBACK (set_up_row_cb), chooser);
  g_signal_connect (list_factory, "bind", G_CALLBACK (bind_row_cb), chooser);

  g_object_set (chooser, "expression", expression, "factory", button_factory, "list-factory",
                list_factory, "model", list, "enable-search", TRUE, "search-match-mode",
                GTK_STRING_FILTER_MATCH_MODE_SUBSTRING, NULL);
}

/**
 * mdg_area_choice_get:
 * @chooser: what was set up by mdg_area_choice_set_up()
 *
 * Returns: the chosen prefecture, or %MDG_AREA_NONE
 */
MdgArea
mdg_area_choice_get (GtkWidget *chooser)
{
  g_autoptr (GObject) selected = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (chooser), MDG_AREA_NONE);

  g_object_get (chooser, "selected-item", &selected, NULL);

  return selected != NULL ? MDG_AREA_CHOICE (selected)->area : MDG_AREA_NONE;
}

/**
 * mdg_area_choice_set:
 * @chooser: what was set up by mdg_area_choice_set_up()
 * @area: what to choose; nothing happens if it is not among the choices
 */
void
mdg_area_choice_set (GtkWidget *chooser, MdgArea area)
{
  g_autoptr (GListModel) list = NULL;
  guint n;

  g_return_if_fail (GTK_IS_WIDGET (chooser));

  g_object_get (chooser, "model", &list, NULL);
  n = g_list_model_get_n_items (list);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MdgAreaChoice) choice = g_list_model_get_item (list, i);

      if (choice->area == area)
        {
          g_object_set (chooser, "selected", i, NULL);
          return;
        }
    }
}
