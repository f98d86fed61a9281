namespace OrderToCash.Invoicing;

/// <summary>Where a subject stands in the document; becomes text only for a finding.</summary>
internal readonly struct Place(string list, int index, string innerList = "", int innerIndex = 0)
{
    internal string Path(string field)
    {
        if (list.Length == 0) return field;
        var outer = index < 0 ? list : $"{list}[{index}]";
        var inner = innerList.Length == 0 ? outer
            : innerIndex < 0 ? $"{outer}.{innerList}"
            : $"{outer}.{innerList}[{innerIndex}]";
        return field.Length == 0 ? inner : $"{inner}.{field}";
    }

    internal static Place Document => new("", -1);
}
