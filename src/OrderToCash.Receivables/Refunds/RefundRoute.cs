namespace OrderToCash.Receivables;

/// <summary>The way money is paid back: through the gateway it came by, or to an account.</summary>
public sealed record RefundRoute
{
    /// <summary>The attempt that took it through a gateway; none for a transfer.</summary>
    public PaymentAttemptId Attempt { get; init; }

    /// <summary>The account to transfer to; none for a gateway.</summary>
    public Iban Iban { get; init; }

    /// <summary>The holder of the account; empty for a gateway.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>True when it says where to.</summary>
    internal bool IsWhole => Attempt.IsNone != Iban.IsNone && (Iban.IsNone || Name.Length > 0);

    /// <summary>The way, the account masked.</summary>
    public override string ToString() => Attempt.IsNone ? $"{Name} {Iban.ToMasked()}" : Attempt.Value;
}
