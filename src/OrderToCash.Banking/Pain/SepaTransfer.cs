namespace OrderToCash.Banking;

/// <summary>One transfer to somebody, such as a refund to a customer.</summary>
public sealed record SepaTransfer
{
    /// <summary>Comes back on the statement or with a return; at most 35 characters, unique in the file.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>What is paid, in euro, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>Who is paid.</summary>
    public required SepaAccount Creditor { get; init; }

    /// <summary>What the creditor reads: at most 140 characters are sent.</summary>
    public string Text { get; init => field = value ?? ""; } = "";
}
