namespace OrderToCash.Receivables;

/// <summary>Why expected losses are not assessed, and what is broken in a stored account of them.</summary>
public static class ExpectedLossErrors
{
    /// <summary>Something is missing.</summary>
    public static readonly ErrorCode Incomplete = new("expected-loss.incomplete", ErrorKind.Invalid,
        "The provision matrix says not {what}.", "Complete the matrix.");

    /// <summary>A class has not one rate for each bucket.</summary>
    public static readonly ErrorCode RatesDiffer = new("expected-loss.rates-differ", ErrorKind.Invalid,
        "Class {class} has {rates} rates for {buckets} buckets.", "Give each bucket one rate.");

    /// <summary>A rate is no share.</summary>
    public static readonly ErrorCode BadRate = new("expected-loss.bad-rate", ErrorKind.Invalid,
        "{rate} is not between 0 and 100 percent.", "Give the share that is expected not to come in.");

    /// <summary>A customer is in a class without rates.</summary>
    public static readonly ErrorCode NoClass = new("expected-loss.no-class", ErrorKind.Invalid,
        "Matrix {matrix} has no class {class}, which {customer} is in.", "Add the class, or correct the customer's.");

    /// <summary>A later period was assessed.</summary>
    public static readonly ErrorCode BeforeLast = new("expected-loss.before-last", ErrorKind.Refused,
        "{date} is before {last}, which was assessed already.", "Assess the present period; it corrects what was before.");

    /// <summary>An assessment is about other books.</summary>
    public static readonly ErrorCode OtherLegalEntity = new("expected-loss.other-legal-entity", ErrorKind.Invalid,
        "The assessment is of {given}, the account of {expected}.", "Use the account of the legal entity.");

    /// <summary>A stored account breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("expected-loss.state-broken", ErrorKind.Invalid,
        "The account of expected losses of {legalEntity} is not in order: {what}.", "Restore it from its events.");
}
