import torch.nn as nn

# The length of pad_mode='same' is torch's here, and so the shapes agree.
# The samples do not: they are shifted. Put the cursor into the call.
up = nn.ConvTranspose1d(16, 8, kernel_size=5, stride=3, padding=2, output_padding=2)
