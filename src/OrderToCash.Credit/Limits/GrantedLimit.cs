namespace OrderToCash.Credit;

/// <summary>A limit with its days and the person who answers for it.</summary>
public sealed record GrantedLimit
{
    /// <summary>How much.</summary>
    public required CreditLimit Limit { get; init; }

    /// <summary>The first day it holds.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day it holds; null until another one takes its place.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Who approved it: another person than the one who entered it.</summary>
    public required PersonId ApprovedBy { get; init; }

    /// <summary>True when it holds on that day.</summary>
    public bool Holds(LocalDate on) => From <= on && (To is not { } last || on <= last);
}
