namespace OrderToCash.Banking;

/// <summary>A bank line and the advices that are its payment.</summary>
public sealed record AdvisedLine
{
    /// <summary>The line (<see cref="BankEntry.Identity"/>).</summary>
    public required string Identity { get; init; }

    /// <summary>One, or several that are the payment together.</summary>
    public required EquatableArray<RemittanceAdvice> Advices { get; init; }
}
