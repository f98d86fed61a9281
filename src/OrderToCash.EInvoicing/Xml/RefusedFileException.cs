namespace OrderToCash.EInvoicing;

/// <summary>Ends the reading of a file; it never leaves the package.</summary>
internal sealed class RefusedFileException(DomainError error) : Exception(error.Message)
{
    public DomainError Error { get; } = error;
}
