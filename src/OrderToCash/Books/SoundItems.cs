using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Stored items as a desk may use them: one that breaks its own rules is named, and nobody adds it up.</summary>
internal static class SoundItems
{
    /// <summary>What is broken in a stored item, each as <c>process.corrupt-state</c>; empty when it is sound.</summary>
    public static EquatableArray<DomainError> Check(OpenItem item)
    {
        var findings = item.Check();
        return findings.IsEmpty ? [] : findings.Select(f => ProcessErrors.Corrupt.At(f.Target,
            ("stream", Streams.OpenItem(item.Id)), ("finding", f.Message))).ToEquatableArray();
    }

    /// <summary>True when the item is sound; else what is broken is added to the findings.</summary>
    public static bool IsSound(OpenItem item, List<DomainError> findings)
    {
        var broken = Check(item);
        findings.AddRange(broken);
        return broken.IsEmpty;
    }
}
