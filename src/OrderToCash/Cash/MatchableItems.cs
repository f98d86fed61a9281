using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Stored items as matching takes them: those that break their own rules apart, each named by a finding.</summary>
internal sealed class MatchableItems
{
    private readonly List<OpenItem> all;

    public MatchableItems(List<OpenItem> all)
    {
        this.all = all;
        Findings = OpenItemBook.Check(all);
        Sound = Findings.IsEmpty ? all : [.. all.Where(i => i.Check().IsEmpty)];
    }

    /// <summary>The items that can be matched.</summary>
    public IReadOnlyList<OpenItem> Sound { get; }

    /// <summary>What is wrong with the others.</summary>
    public EquatableArray<DomainError> Findings { get; }

    /// <summary>
    /// The book of all: of the broken ones it knows the numbers, so that nothing else is paid by who names them.
    /// </summary>
    public OpenItemBook Book() => OpenItemBook.Create(all);
}
