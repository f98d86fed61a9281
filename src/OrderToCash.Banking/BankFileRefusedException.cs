namespace OrderToCash.Banking;

/// <summary>The whole file is refused; never leaves the package.</summary>
internal sealed class BankFileRefusedException(DomainError error) : Exception(error.Message)
{
    public DomainError Error { get; } = error;
}
