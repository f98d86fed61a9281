namespace OrderToCash.Tax;

/// <summary>Why an exemption certificate does not go on, or does not exempt.</summary>
public static class ExemptionErrors
{
    /// <summary>No state, or one that is not two letters.</summary>
    public static readonly ErrorCode StatesMissing = new("exemption.states-missing", ErrorKind.Invalid,
        "The certificate names no states it is good in.", "Name them by two letters each.");

    /// <summary>The last day is before the first.</summary>
    public static readonly ErrorCode DatesInvalid = new("exemption.dates-invalid", ErrorKind.Invalid,
        "The certificate ends on {until}, before it begins on {from}.", "Correct the days.");

    /// <summary>There is no paper behind it.</summary>
    public static readonly ErrorCode ScanMissing = new("exemption.scan-missing", ErrorKind.Invalid,
        "There is no scan of the certificate.", "Add the hash of the document; auditors ask for it.");

    /// <summary>A reason is due.</summary>
    public static readonly ErrorCode ReasonMissing = new("exemption.reason-missing", ErrorKind.Invalid,
        "A rejection or revocation needs a reason.", "Say why.");

    /// <summary>The status does not allow the step.</summary>
    public static readonly ErrorCode NotOpen = new("exemption.not-open", ErrorKind.Refused,
        "Certificate {certificate} is {status}.", "Take in a new certificate.");

    /// <summary>A stored status without what goes with it.</summary>
    public static readonly ErrorCode Inconsistent = new("exemption.inconsistent", ErrorKind.Invalid,
        "Certificate {certificate} is {status}, which its other fields contradict.", "Restore it from its events.");

    /// <summary>It was not accepted, or revoked before the day.</summary>
    public static readonly ErrorCode NotAccepted = new("exemption.not-accepted", ErrorKind.Refused,
        "Certificate {certificate} is {status} and exempts nothing.", "Review it, or charge tax.");

    /// <summary>The day is not among its days.</summary>
    public static readonly ErrorCode Expired = new("exemption.expired", ErrorKind.Refused,
        "Certificate {certificate} does not hold on {date}.", "Ask the buyer for a newer one, or charge tax.");

    /// <summary>It is not good in the state.</summary>
    public static readonly ErrorCode OtherState = new("exemption.other-state", ErrorKind.Refused,
        "Certificate {certificate} is not good in {state}.", "Ask the buyer for one of that state, or charge tax.");

    /// <summary>It is for another document.</summary>
    public static readonly ErrorCode OtherDocument = new("exemption.other-document", ErrorKind.Refused,
        "Certificate {certificate} is for {document} only.", "Ask the buyer for a blanket certificate, or charge tax.");

    /// <summary>It is not for the class.</summary>
    public static readonly ErrorCode OtherClass = new("exemption.other-class", ErrorKind.Refused,
        "Certificate {certificate} is not for {class}.", "Charge tax on that class.");
}
