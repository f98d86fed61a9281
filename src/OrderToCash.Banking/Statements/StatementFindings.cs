namespace OrderToCash.Banking;

/// <summary>The findings of one statement, bounded in number.</summary>
internal sealed class StatementFindings(int limit)
{
    private readonly List<DomainError> found = [];

    public void Add(DomainError error)
    {
        if (found.Count < limit) found.Add(error);
    }

    public EquatableArray<DomainError> ToArray() => [.. found];
}
